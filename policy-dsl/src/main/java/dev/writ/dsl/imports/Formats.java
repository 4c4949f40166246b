package dev.writ.dsl.imports;

import dev.writ.core.model.Json;

/** The type of a string, by its {@code format}; those that only describe make no difference. */
final class Formats {
  private Formats() {}

  static Reading read(SchemaNode node) {
    String format = node.get("format") instanceof Json.Str word ? word.value() : "";
    return switch (format) {
      case "uri", "url" -> Reading.of(ScalarShape.URL);
      case "date-time" -> Reading.of(ScalarShape.INSTANT);
      case "ip", "ipv4", "ipv6" -> Reading.of(ScalarShape.IP);
      case "decimal" -> Reading.of(ScalarShape.DECIMAL);
      case "duration" ->
          Reading.of(ScalarShape.STRING)
              .with(
                  node.note(
                      "a duration of ISO 8601 is String: Duration is written `90m`, not `PT90M`"));
      default -> Reading.of(ScalarShape.STRING);
    };
  }
}
