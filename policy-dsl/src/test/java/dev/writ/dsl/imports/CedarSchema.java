package dev.writ.dsl.imports;

import dev.writ.core.model.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a Cedar schema made of a tool list says of the tools' inputs, in plain types.
 *
 * @param declared the types, by qualified name, as a record of Cedar's JSON form says them
 * @param inputs the type of each tool's input, by the name of the tool
 */
record CedarSchema(Map<String, CedarType> declared, SortedMap<String, CedarType> inputs) {

  /** The input of each tool. */
  SortedMap<String, PlainType> tools() {
    SortedMap<String, PlainType> tools = new TreeMap<>();
    inputs.forEach((tool, type) -> tools.put(tool, new CedarReading(declared).plain(type)));
    return tools;
  }

  /** Reads Cedar's JSON form. */
  static CedarSchema ofJson(Json json) {
    Map<String, CedarType> declared = new LinkedHashMap<>();
    SortedMap<String, CedarType> inputs = new TreeMap<>();
    members(json)
        .forEach(
            (namespace, content) -> {
              Map<String, Json> parts = members(content);
              members(parts.get("commonTypes"))
                  .forEach(
                      (name, type) -> declared.put(namespace + "::" + name, type(namespace, type)));
              members(parts.get("entityTypes"))
                  .forEach(
                      (name, type) ->
                          declared.put(namespace + "::" + name, entity(namespace, type)));
              members(parts.get("actions"))
                  .forEach(
                      (name, action) -> {
                        Json context = members(members(action).get("appliesTo")).get("context");
                        Json input = members(members(context).get("attributes")).get("input");
                        if (input != null) {
                          inputs.put(name, type(namespace, input));
                        }
                      });
            });
    return new CedarSchema(declared, inputs);
  }

  private static CedarType entity(String namespace, Json json) {
    Map<String, Json> entity = members(json);
    if (entity.containsKey("enum")) {
      return CedarType.enumOf(texts(entity.get("enum")));
    }
    if (entity.containsKey("tags")) {
      return CedarType.tags(type(namespace, entity.get("tags")));
    }
    return entity.containsKey("shape")
        ? type(namespace, entity.get("shape"))
        : CedarType.record(Map.of());
  }

  private static CedarType type(String namespace, @Nullable Json json) {
    Map<String, Json> type = members(json);
    String word = text(type.get("type"));
    return switch (word) {
      case "Set" -> CedarType.setOf(type(namespace, type.get("element")));
      case "Record" -> {
        Map<String, CedarType> fields = new LinkedHashMap<>();
        members(type.get("attributes"))
            .forEach(
                (name, field) -> {
                  boolean optional =
                      members(field).get("required") instanceof Json.Bool b && !b.value();
                  fields.put(optional ? name + "?" : name, type(namespace, field));
                });
        yield CedarType.record(fields);
      }
      case "Entity", "EntityOrCommon" -> CedarType.named(namespace, text(type.get("name")));
      default -> CedarType.named(namespace, word);
    };
  }

  private static Map<String, Json> members(@Nullable Json json) {
    return json instanceof Json.Obj object ? object.members() : Map.of();
  }

  private static List<String> texts(@Nullable Json json) {
    List<String> texts = new ArrayList<>();
    ((Json.Arr) Objects.requireNonNull(json)).items().forEach(item -> texts.add(text(item)));
    return texts;
  }

  private static String text(@Nullable Json json) {
    return ((Json.Str) Objects.requireNonNull(json)).value();
  }
}
