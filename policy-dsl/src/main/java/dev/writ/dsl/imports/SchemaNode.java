package dev.writ.dsl.imports;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One JSON Schema of a tool, and where it stands. Members are asked for by kind; one of another
 * kind is an error.
 *
 * @param tool the tool, fit to be shown
 * @param place in the tool
 * @param words what a type made of it may be called
 * @param members of the schema
 */
record SchemaNode(String tool, JsonPlace place, List<String> words, Map<String, Json> members) {

  SchemaNode {
    words = List.copyOf(words);
  }

  /** The schema there; {@code true} and {@code {}} are the same. */
  static SchemaNode of(String tool, JsonPlace place, List<String> words, Json json)
      throws McpListException {
    if (json instanceof Json.Obj object) {
      return new SchemaNode(tool, place, words, object.members());
    }
    if (json instanceof Json.Bool any) {
      Map<String, Json> none = Map.of("not", Json.object().build());
      return new SchemaNode(tool, place, words, any.value() ? Map.of() : none);
    }
    throw new McpListException(
        at(tool, place), "a schema is an object, found " + JsonKind.of(json));
  }

  /** The schema that stands in this one. */
  SchemaNode inner(JsonPlace at, List<String> called, Json json) throws McpListException {
    return of(tool, at, called, json);
  }

  /** This schema with other members. */
  SchemaNode withMembers(Map<String, Json> others) {
    return new SchemaNode(tool, place, words, others);
  }

  boolean has(String member) {
    return members.containsKey(member);
  }

  @Nullable Json get(String member) {
    return members.get(member);
  }

  Note note(String text) {
    return new Note(tool, place.text(), text);
  }

  /** An opaque value, with the reason for it. */
  Reading opaque(String reason) {
    return Reading.of(ScalarShape.OPAQUE).with(note("Opaque: " + reason));
  }

  /** Its array of that name, or nothing. */
  Optional<List<Json>> items(String member) throws McpListException {
    Json json = members.get(member);
    if (json == null) {
      return Optional.empty();
    }
    if (json instanceof Json.Arr array) {
      return Optional.of(array.items());
    }
    throw wrong(member, "an array", json);
  }

  /** The members of its object of that name, none where there is no such object. */
  Map<String, Json> object(String member) throws McpListException {
    Json json = members.get(member);
    if (json == null) {
      return Map.of();
    }
    if (json instanceof Json.Obj object) {
      return object.members();
    }
    throw wrong(member, "an object", json);
  }

  /** Its string of that name, or empty. */
  String text(String member) throws McpListException {
    Json json = members.get(member);
    if (json == null) {
      return "";
    }
    if (json instanceof Json.Str string) {
      return string.value();
    }
    throw wrong(member, "a string", json);
  }

  /** Whether its member of that name is {@code true}. */
  boolean isTrue(String member) {
    return members.get(member) instanceof Json.Bool bool && bool.value();
  }

  McpListException wrong(String member, String needed, Json found) {
    return new McpListException(
        at(tool, place.member(member)), needed + " is needed, found " + JsonKind.of(found));
  }

  private static JsonPlace at(String tool, JsonPlace place) {
    return new JsonPlace("tool `" + tool + "`: `" + place + "`");
  }
}
