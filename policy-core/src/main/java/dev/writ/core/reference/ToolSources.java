package dev.writ.core.reference;

import dev.writ.core.ir.ToolBinding;
import dev.writ.core.model.Json;
import dev.writ.core.model.Request;
import dev.writ.core.model.Shown;
import dev.writ.core.model.Source;
import dev.writ.core.model.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Where the arguments of the action came from, as far as it was told of those of the tool. A zipped
 * one has, element by element, the worst source of its parts.
 */
final class ToolSources implements ToolBinding.PlacementVisitor<Refusable<UnaryOperator<Request>>> {

  private static final String SOURCES = "sources";

  private final ToolCall call;
  private final ToolBinding binding;
  private final Map<String, Json> arguments;

  ToolSources(ToolCall call, ToolBinding binding, Map<String, Json> arguments) {
    this.call = call;
    this.binding = binding;
    this.arguments = arguments;
  }

  /** The request with what is told of its arguments. */
  Request tell(Request request) throws RefusedToolCallException {
    Set<String> told = new TreeSet<>(call.sources().keySet());
    told.addAll(call.elementSources().keySet());
    Set<String> listed = binding.arguments();
    for (String name : told) {
      if (!listed.contains(name)) {
        throw RefusedToolCallException.invalid(
            Shown.member(SOURCES, name), "the tool's binding lists no such argument");
      }
    }
    Request known = request;
    for (ToolBinding.Placement placement : binding.placements()) {
      known = placement.accept(this).get().apply(known);
    }
    return known;
  }

  @Override
  public Refusable<UnaryOperator<Request>> visitPlaced(ToolBinding.Placed placed) {
    Source whole = call.sources().get(placed.argument());
    List<Source> each = call.elementSources().get(placed.argument());
    return () ->
        request -> {
          Request known = whole == null ? request : request.source(placed.target(), whole);
          return each == null ? known : known.elementSources(placed.target(), each);
        };
  }

  @Override
  public Refusable<UnaryOperator<Request>> visitZipped(ToolBinding.Zipped zipped) {
    return () -> {
      Source whole = Source.CONSTANT;
      for (String argument : zipped.arguments()) {
        whole = whole.worse(of(argument));
      }
      Source worst = whole;
      boolean elementwise =
          zipped.arguments().stream().anyMatch(call.elementSources()::containsKey);
      if (!elementwise) {
        return request -> request.source(zipped.target(), worst);
      }
      List<Source> each = eachOf(zipped);
      return request -> request.elementSources(zipped.target(), each);
    };
  }

  /** The source of an argument as a whole. */
  private Source of(String argument) {
    return call.sources().getOrDefault(argument, Source.UNKNOWN);
  }

  /** The worst source of the parts, for each element. */
  private List<Source> eachOf(ToolBinding.Zipped zipped) throws RefusedToolCallException {
    List<Source> worst = new ArrayList<>();
    for (String argument : zipped.arguments()) {
      List<Source> told = elements(argument);
      for (int i = 0; i < told.size(); i++) {
        if (i == worst.size()) {
          worst.add(told.get(i));
        } else {
          worst.set(i, worst.get(i).worse(told.get(i)));
        }
      }
    }
    return worst;
  }

  /** A source for each element of a zipped argument. */
  private List<Source> elements(String argument) throws RefusedToolCallException {
    int size = arguments.get(argument) instanceof Json.Arr array ? array.items().size() : 0;
    List<Source> told = call.elementSources().get(argument);
    if (told == null) {
      return java.util.Collections.nCopies(size, of(argument));
    }
    if (told.size() != size) {
      throw RefusedToolCallException.invalid(
          Shown.member(SOURCES, argument),
          "the array has " + size + " elements, but the sources of " + told.size() + " are told");
    }
    return told;
  }
}
