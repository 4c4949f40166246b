package dev.writ.core.reference;

import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Source;
import dev.writ.core.model.Value;
import java.util.List;
import java.util.Map;

/**
 * Where arguments came from, as the enforcement point told; what was not told is {@code unknown}.
 *
 * @param arguments told for an argument as a whole
 * @param elements told for elements of an argument that is a set
 */
record ArgumentSources(Map<String, Source> arguments, Map<String, Map<Value, Source>> elements) {

  /** Nothing was told. */
  static final ArgumentSources NONE = new ArgumentSources(Map.of(), Map.of());

  ArgumentSources {
    arguments = Map.copyOf(arguments);
    elements = Map.copyOf(elements);
  }

  /** As they were told with a request. */
  static ArgumentSources of(BoundRequest request) {
    return new ArgumentSources(request.sources(), request.elementSources());
  }

  /** {@code source of args.name}: a set has its worst element's. */
  Source of(RecordValue args, String name) {
    Source whole = arguments.getOrDefault(name, Source.UNKNOWN);
    return args.get(name) instanceof SetValue set
        ? set.elements().stream()
            .map(element -> ofElement(name, element))
            .reduce(Source::worse)
            .orElse(whole)
        : whole;
  }

  /** The worst that was told for the element in those of the arguments that hold it. */
  Source of(RecordValue args, List<String> names, Value element) {
    List<String> holding = names.stream().filter(name -> holds(args, name, element)).toList();
    return holding.stream()
        .map(name -> ofElement(name, element))
        .reduce(Source::worse)
        .orElse(Source.UNKNOWN);
  }

  private static boolean holds(RecordValue args, String name, Value element) {
    return args.get(name) instanceof SetValue set && set.elements().contains(element);
  }

  private Source ofElement(String name, Value element) {
    Source whole = arguments.getOrDefault(name, Source.UNKNOWN);
    return elements.getOrDefault(name, Map.of()).getOrDefault(element, whole);
  }
}
