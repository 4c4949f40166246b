package dev.writ.core.reference;

import dev.writ.core.ir.ToolBinding;
import dev.writ.core.model.ActionDef;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonKind;
import dev.writ.core.model.JsonObject;
import dev.writ.core.model.Request;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Shown;
import dev.writ.core.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The arguments of the action that the arguments of the tool make. */
final class ToolPlacing implements ToolBinding.PlacementVisitor<Refusable<Optional<Json>>> {

  private final ToolBinding binding;
  private final @Nullable ActionDef action;
  private final Map<String, Json> arguments;

  ToolPlacing(ToolBinding binding, Schema schema, Map<String, Json> arguments) {
    this.binding = binding;
    this.action = schema.action(binding.action());
    this.arguments = arguments;
  }

  Request place(Request request) throws RefusedToolCallException {
    Request placed = request;
    for (ToolBinding.Placement placement : binding.placements()) {
      Optional<Json> value = placement.accept(this).get();
      if (value.isPresent()) {
        placed = placed.arg(placement.target(), value.get());
      }
    }
    return placed;
  }

  @Override
  public Refusable<Optional<Json>> visitPlaced(ToolBinding.Placed placed) {
    return () -> {
      Json value = given(placed.argument());
      if (value == null && !placed.optional()) {
        throw invalid(placed.argument(), "missing");
      }
      return Optional.ofNullable(value);
    };
  }

  @Override
  public Refusable<Optional<Json>> visitZipped(ToolBinding.Zipped zipped) {
    return () -> {
      List<List<Json>> columns = new ArrayList<>();
      for (ToolBinding.Part part : zipped.parts()) {
        columns.add(array(part.argument()));
      }
      checkLengths(zipped, columns);
      return Optional.of(rows(zipped.parts(), columns));
    };
  }

  /** The value of an argument; null where it is absent, or {@code null}. */
  private @Nullable Json given(String argument) {
    Json json = arguments.get(argument);
    return json instanceof Json.Null ? null : json;
  }

  private List<Json> array(String argument) throws RefusedToolCallException {
    Json value = given(argument);
    if (value == null) {
      throw invalid(argument, "missing");
    }
    if (value instanceof Json.Arr array) {
      return array.items();
    }
    throw invalid(argument, "an array is needed, found " + JsonKind.of(value));
  }

  private void checkLengths(ToolBinding.Zipped zipped, List<List<Json>> columns)
      throws RefusedToolCallException {
    String first = zipped.parts().get(0).argument();
    int size = columns.get(0).size();
    for (int i = 1; i < columns.size(); i++) {
      int other = columns.get(i).size();
      if (other != size) {
        throw invalid(
            zipped.parts().get(i).argument(),
            "as many elements as in "
                + Shown.text(first)
                + " are needed, "
                + size
                + ", found "
                + other);
      }
    }
    int most = most(zipped.target());
    if (size > most) {
      throw invalid(first, "at most " + most + " elements are allowed, found " + size);
    }
  }

  /** How many elements the target holds at most, so that no more are put together. */
  private int most(String target) {
    Type.Field field = action == null ? null : action.args().field(target);
    int most = DataLimits.DEFAULT.setSize();
    return field != null && field.type() instanceof Type.SetType set
        ? Math.min(most, set.max())
        : most;
  }

  private static Json rows(List<ToolBinding.Part> parts, List<List<Json>> columns) {
    List<Json> rows = new ArrayList<>();
    for (int i = 0; i < columns.get(0).size(); i++) {
      JsonObject row = Json.object();
      for (int part = 0; part < parts.size(); part++) {
        row.put(parts.get(part).field(), columns.get(part).get(i));
      }
      rows.add(row.build());
    }
    return Json.array(rows);
  }

  private static RefusedToolCallException invalid(String argument, String problem) {
    return RefusedToolCallException.invalid(Shown.member(ToolRequest.ARGUMENTS, argument), problem);
  }
}
