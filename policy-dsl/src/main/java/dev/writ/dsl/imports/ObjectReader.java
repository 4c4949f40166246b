package dev.writ.dsl.imports;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads objects: as records, as maps, or as opaque values where they are free in form. */
final class ObjectReader {
  private static final int LONGEST_DESCRIPTION = 100;
  private static final int LONGEST_DEFAULT = 40;

  private final SchemaReader reader;

  ObjectReader(SchemaReader reader) {
    this.reader = reader;
  }

  /** Reads the arguments of a tool; those without a name that can be written are left out. */
  Arguments arguments(SchemaNode node) throws McpListException {
    Fields fields = fields(node);
    List<Note> notes = new ArrayList<>(Constraints.notes(node));
    notes.addAll(fields.notes());
    return new Arguments(fields.fields(), fields.lost(), notes);
  }

  Reading read(SchemaNode node) throws McpListException {
    if (node.object("properties").isEmpty()) {
      return withoutProperties(node);
    }
    Fields fields = fields(node);
    if (fields.lost()) {
      return node.opaque("a required property has a name that cannot be written");
    }
    return new Reading(RecordShape.of(fields.fields(), node.words()), false, fields.notes());
  }

  private Reading withoutProperties(SchemaNode node) throws McpListException {
    Json others = node.get("additionalProperties");
    if (others instanceof Json.Bool allowed && !allowed.value() && !node.has("patternProperties")) {
      return Reading.of(RecordShape.of(List.of(), node.words()));
    }
    if (!(others instanceof Json.Obj schema) || schema.members().isEmpty()) {
      return node.opaque("an object of any form");
    }
    JsonPlace place = node.place().member("additionalProperties");
    Reading value = reader.read(node.inner(place, node.words(), others));
    Shape shape = value.shape();
    boolean holds = shape.isPlain() || (shape instanceof SetShape set && set.element().isPlain());
    return holds && !value.nullable()
        ? new Reading(new MapShape(shape), false, value.notes())
        : node.opaque("a map of values that no map holds");
  }

  /**
   * Fields that were read.
   *
   * @param lost whether one that is required could not be
   */
  private record Fields(List<FieldShape> fields, boolean lost, List<Note> notes) {}

  private Fields fields(SchemaNode node) throws McpListException {
    Map<String, Json> properties = node.object("properties");
    Set<String> required = required(node);
    List<FieldShape> fields = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    boolean lost = false;
    for (Map.Entry<String, Json> property : properties.entrySet()) {
      if (WritNames.canBeName(property.getKey())) {
        fields.add(field(node, property.getKey(), property.getValue(), required));
      } else {
        lost |= required.contains(property.getKey());
        notes.add(unnamed(node, property.getKey()));
      }
    }
    for (String name : required) {
      if (!properties.containsKey(name)) {
        lost |= !WritNames.canBeName(name);
        notes.add(
            node.note("`" + PlainText.shortened(name, 80) + "` is required and not described"));
        if (WritNames.canBeName(name)) {
          fields.add(new FieldShape(name, ScalarShape.OPAQUE, false, "", List.of()));
        }
      }
    }
    Json others = node.get("additionalProperties");
    if (!properties.isEmpty()
        && (others instanceof Json.Obj || (others instanceof Json.Bool any && any.value()))) {
      notes.add(node.note("further properties are allowed by the server and refused here"));
    }
    return new Fields(fields, lost, notes);
  }

  private static Note unnamed(SchemaNode node, String name) {
    return node.note(
        "`"
            + PlainText.shortened(name, 80)
            + "` cannot be written as a name: left out, calls that give it are refused");
  }

  private static Set<String> required(SchemaNode node) throws McpListException {
    Set<String> names = new LinkedHashSet<>();
    for (Json each : node.items("required").orElse(List.of())) {
      if (!(each instanceof Json.Str name)) {
        throw node.wrong("required", "an array of strings", each);
      }
      names.add(name.value());
    }
    return names;
  }

  private FieldShape field(SchemaNode node, String name, Json json, Set<String> required)
      throws McpListException {
    List<String> words = new ArrayList<>(node.words());
    words.add(name);
    JsonPlace place = node.place().member("properties").member(name);
    SchemaNode schema = node.inner(place, words, json);
    Reading reading = reader.read(schema);
    boolean optional = reading.nullable() || !required.contains(name);
    return new FieldShape(name, reading.shape(), optional, description(schema), reading.notes());
  }

  /** The description in quotes, and the default; empty where there is neither. */
  private static String description(SchemaNode schema) {
    String words = schema.get("description") instanceof Json.Str text ? text.value() : "";
    String quoted = quoted(words, LONGEST_DESCRIPTION);
    Json value = schema.get("default");
    if (value == null || value instanceof Json.Null) {
      return quoted;
    }
    String shown = PlainText.shortened(JsonWriter.canonical(value), LONGEST_DEFAULT);
    return quoted + (quoted.isEmpty() ? "" : "; ") + "default " + shown;
  }

  /** Words of the server, in quotes that it cannot close itself. */
  static String quoted(String words, int longest) {
    String line = PlainText.shortened(words, longest).replace('"', '\'');
    return line.isEmpty() ? "" : "\"" + line + "\"";
  }
}
