package dev.writ.core.ir;

import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.Json;
import dev.writ.core.model.UrlValue;
import java.util.Map;

/** A URL, as an object with its text, of which the rest follows. */
enum UrlForm implements JsonForm {
  INSTANCE;

  static final String KIND = "urlValue";
  private static final String TEXT = "text";

  @Override
  public Json write(Object value) {
    return Json.object().put(RecordForm.KIND, KIND).put(TEXT, ((UrlValue) value).text()).build();
  }

  @Override
  public Object read(Json json, JsonPlace place) {
    Map<String, Json> members = JsonForm.members(json, place, RecordForm.KIND, TEXT);
    try {
      return UrlValue.parse(JsonForm.string(members, TEXT, place));
    } catch (InvalidValueException e) {
      throw place.member(TEXT).wrong(String.valueOf(e.getMessage()));
    }
  }
}
