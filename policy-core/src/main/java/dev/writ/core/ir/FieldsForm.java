package dev.writ.core.ir;

import dev.writ.core.model.Json;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Value;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A record of the language, as an object with its fields.
 *
 * @param value the form of their values
 */
record FieldsForm(JsonForm value) implements JsonForm {
  static final String KIND = "recordValue";
  private static final String FIELDS = "fields";

  @Override
  public Json write(Object record) {
    return Json.object()
        .put(RecordForm.KIND, KIND)
        .put(FIELDS, new MapForm(value).write(((RecordValue) record).fields()))
        .build();
  }

  @Override
  public Object read(Json json, JsonPlace place) {
    Map<String, Json> members = JsonForm.members(json, place, RecordForm.KIND, FIELDS);
    Json fields = JsonForm.member(members, FIELDS, place);
    SortedMap<String, Value> values = new TreeMap<>();
    JsonForm.object(fields, place.member(FIELDS))
        .members()
        .forEach(
            (name, member) ->
                values.put(name, (Value) value.read(member, place.member(FIELDS).member(name))));
    return new RecordValue(values);
  }
}
