package dev.writ.dsl.imports;

import dev.writ.core.model.Json;
import java.util.ArrayList;
import java.util.List;

/** Keywords that narrow values more than a type of the language does. */
final class Constraints {
  private static final List<String> KEYWORDS =
      List.of(
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "pattern",
          "contains",
          "minContains",
          "maxContains",
          "minProperties",
          "maxProperties",
          "propertyNames",
          "patternProperties",
          "dependencies",
          "dependentRequired",
          "dependentSchemas",
          "unevaluatedProperties",
          "if",
          "not");

  private static final List<String> BESIDE_PROPERTIES = List.of("anyOf", "oneOf", "allOf");

  private Constraints() {}

  /** What was read, with a note of what it does not say; one that is opaque has its note. */
  static Reading noted(SchemaNode node, Reading reading) {
    Reading noted = reading;
    for (Note note : reading.shape() == ScalarShape.OPAQUE ? List.<Note>of() : notes(node)) {
      noted = noted.with(note);
    }
    return noted;
  }

  /** The note of what is left to the server, if anything. */
  static List<Note> notes(SchemaNode node) {
    List<String> found = new ArrayList<>();
    KEYWORDS.stream().filter(node::has).forEach(word -> found.add(shown(word, node)));
    if (node.has("properties")) {
      BESIDE_PROPERTIES.stream().filter(node::has).forEach(found::add);
    }
    return found.isEmpty()
        ? List.of()
        : List.of(node.note("left to the server: " + String.join(", ", found)));
  }

  private static String shown(String word, SchemaNode node) {
    return node.get(word) instanceof Json.Num number
        ? word + " " + PlainText.shortened(number.text(), 30)
        : word;
  }
}
