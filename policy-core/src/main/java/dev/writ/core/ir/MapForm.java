package dev.writ.core.ir;

import dev.writ.core.model.Json;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Maps from strings, as objects. */
record MapForm(JsonForm value) implements JsonForm {

  @Override
  public Json write(Object map) {
    SortedMap<String, Json> members = new TreeMap<>();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) map).entrySet()) {
      members.put((String) entry.getKey(), value.write(entry.getValue()));
    }
    return new Json.Obj(members);
  }

  @Override
  public Object read(Json json, JsonPlace place) {
    SortedMap<String, Object> map = new TreeMap<>();
    JsonForm.object(json, place)
        .members()
        .forEach((name, member) -> map.put(name, value.read(member, place.member(name))));
    return map;
  }
}
