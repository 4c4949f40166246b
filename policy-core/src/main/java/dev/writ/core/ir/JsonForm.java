package dev.writ.core.ir;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonKind;
import java.util.List;
import java.util.Map;

/**
 * How the values of one Java type are written as JSON and read back. Exact: each value has one
 * form, and reading takes no other.
 */
interface JsonForm {

  /** The JSON of a value of this form's type. */
  Json write(Object value);

  /** Writes the canonical text of that JSON. */
  default void canonical(Object value, CanonicalText out) {
    out.add(write(value));
  }

  /**
   * The value of this JSON.
   *
   * @throws PolicySetFormatException if it is not of this form
   */
  Object read(Json json, JsonPlace place);

  /** The object that stands here. */
  static Json.Obj object(Json json, JsonPlace place) {
    if (json instanceof Json.Obj object) {
      return object;
    }
    throw place.wrong("expected an object, found " + named(json));
  }

  /** The members of the object that stands here, none but those named. */
  static Map<String, Json> members(Json json, JsonPlace place, String... names) {
    Map<String, Json> members = object(json, place).members();
    for (String name : members.keySet()) {
      if (!List.of(names).contains(name)) {
        throw place.wrong("unknown field `" + name + "`");
      }
    }
    return members;
  }

  /** The member that must be there. */
  static Json member(Map<String, Json> members, String name, JsonPlace place) {
    Json member = members.get(name);
    if (member == null) {
      throw place.wrong("missing field `" + name + "`");
    }
    return member;
  }

  /** The string that must be there. */
  static String string(Map<String, Json> members, String name, JsonPlace place) {
    return string(member(members, name, place), place.member(name));
  }

  /** The array that stands here. */
  static Json.Arr array(Json json, JsonPlace place) {
    if (json instanceof Json.Arr array) {
      return array;
    }
    throw place.wrong("expected an array, found " + named(json));
  }

  /** The string that stands here. */
  static String string(Json json, JsonPlace place) {
    if (json instanceof Json.Str string) {
      return string.value();
    }
    throw place.wrong("expected a string, found " + named(json));
  }

  /** The word for a kind of JSON value, with its article. */
  static String named(Json json) {
    return JsonKind.of(json);
  }
}
