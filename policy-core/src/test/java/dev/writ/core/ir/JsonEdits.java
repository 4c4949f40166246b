package dev.writ.core.ir;

import dev.writ.core.model.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Changes JSON at one place, for tests of what is refused. */
final class JsonEdits {

  private JsonEdits() {}

  /**
   * The JSON with one part changed.
   *
   * @param place as {@code a.b[3].c}, {@code %} standing for a dot in a name; empty for the whole
   */
  static Json at(Json json, String place, UnaryOperator<Json> edit) {
    return place.isEmpty()
        ? edit.apply(json)
        : at(json, List.of(place.replace("[", ".[").split("\\.")), edit);
  }

  private static Json at(Json json, List<String> steps, UnaryOperator<Json> edit) {
    if (steps.isEmpty()) {
      return edit.apply(json);
    }
    String step = steps.get(0);
    List<String> rest = steps.subList(1, steps.size());
    if (step.startsWith("[")) {
      List<Json> items = new ArrayList<>(((Json.Arr) json).items());
      int index = Integer.parseInt(step.substring(1, step.length() - 1));
      items.set(index, at(items.get(index), rest, edit));
      return new Json.Arr(items);
    }
    Map<String, Json> members = new LinkedHashMap<>(((Json.Obj) json).members());
    members.computeIfPresent(step.replace('%', '.'), (name, old) -> at(old, rest, edit));
    return new Json.Obj(members);
  }
}
