package dev.writ.core.authzen;

import dev.writ.core.model.Json;
import java.util.Map;

/**
 * The members of an object of a call. Members that nobody asks for are ignored, as AuthZEN demands.
 *
 * @param members the members by name
 * @param place where the object stands: {@code subject}, empty for the whole
 */
record CallFields(Map<String, Json> members, String place) {

  static CallFields of(Json json, String place) throws CallException {
    if (json instanceof Json.Obj object) {
      return new CallFields(object.members(), place);
    }
    throw new CallException(
        (place.isEmpty() ? "the call" : "`" + place + "`") + " must be an object");
  }

  private String at(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  /** The object that must be there. */
  CallFields object(String name) throws CallException {
    Json member = members.get(name);
    if (member == null) {
      throw new CallException("`" + at(name) + "` is missing");
    }
    return of(member, at(name));
  }

  /** The members of an object that may be missing: then none. */
  Map<String, Json> optionalMembers(String name) throws CallException {
    return has(name) ? object(name).members() : Map.of();
  }

  /** The string that must be there, not empty. */
  String string(String name) throws CallException {
    Json member = members.get(name);
    if (member == null) {
      throw new CallException("`" + at(name) + "` is missing");
    }
    if (!(member instanceof Json.Str string)) {
      throw new CallException("`" + at(name) + "` must be a string");
    }
    if (string.value().isEmpty()) {
      throw new CallException("`" + at(name) + "` must not be empty");
    }
    return string.value();
  }
}
