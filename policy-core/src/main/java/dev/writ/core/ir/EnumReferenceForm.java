package dev.writ.core.ir;

import dev.writ.core.model.Json;
import dev.writ.core.model.Type;
import java.util.Map;

/**
 * An enum of the language where it is used: the schema defines it once, everything else names it.
 *
 * @param declared the enums that may be named
 */
record EnumReferenceForm(Map<String, Type.EnumType> declared) implements JsonForm {

  /** The kind of an enum among the types. */
  static final String KIND = "enumType";

  private static final String NAME = "name";

  @Override
  public Json write(Object value) {
    return Json.object()
        .put(RecordForm.KIND, KIND)
        .put(NAME, ((Type.EnumType) value).name())
        .build();
  }

  @Override
  public Object read(Json json, JsonPlace place) {
    Map<String, Json> members = JsonForm.members(json, place, RecordForm.KIND, NAME);
    String name = JsonForm.string(members, NAME, place);
    Type.EnumType type = declared.get(name);
    if (type == null) {
      throw place.member(NAME).wrong("the enum `" + name + "` is not declared");
    }
    return type;
  }
}
