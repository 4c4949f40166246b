package dev.writ.dsl.imports;

import dev.writ.core.model.Json;
import java.util.ArrayList;
import java.util.List;

/** The types that a schema allows, by its {@code type} or by what else it says. */
final class Types {
  private Types() {}

  /** The words of {@code type}, each once, or the one that other keywords speak of; else none. */
  static List<String> of(SchemaNode node) throws McpListException {
    Json type = node.get("type");
    if (type == null) {
      return guessed(node);
    }
    if (type instanceof Json.Str word) {
      return List.of(word.value());
    }
    if (!(type instanceof Json.Arr)) {
      throw node.wrong("type", "a string or an array", type);
    }
    List<String> words = new ArrayList<>();
    for (Json each : node.items("type").orElseThrow()) {
      if (!(each instanceof Json.Str word)) {
        throw node.wrong("type", "an array of strings", each);
      }
      if (!words.contains(word.value())) {
        words.add(word.value());
      }
    }
    return words;
  }

  private static List<String> guessed(SchemaNode node) {
    if (node.has("properties") || node.has("additionalProperties")) {
      return List.of("object");
    }
    return node.has("items") || node.has("prefixItems") ? List.of("array") : List.of();
  }
}
