package dev.writ.dsl.imports;

import dev.writ.core.model.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the JSON Schema of one tool's arguments (draft 2020-12, and what earlier drafts and OpenAPI
 * write otherwise). What no type of the language says becomes {@code Opaque} with a note. Not
 * thread-safe.
 */
final class SchemaReader {
  /** How deep schemas may stand in each other, references followed. */
  private static final int DEEPEST = 32;

  /** Of how many types one argument may be made. */
  private static final int LARGEST = 2_000;

  private final References references;
  private final Map<String, Reading> read = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final ObjectReader objects = new ObjectReader(this);
  private final AlternativeReader alternatives = new AlternativeReader(this);
  private int level;

  /**
   * @param root the schema that references start from
   */
  SchemaReader(SchemaNode root) {
    this.references = new References(root);
  }

  /**
   * Reads the arguments of the tool.
   *
   * @throws McpListException if the schema is none, or is not of an object
   */
  Arguments arguments(SchemaNode root) throws McpListException {
    SchemaNode node = references.follow(root);
    List<String> types = Types.of(node);
    if (!types.isEmpty() && !types.contains("object")) {
      throw new McpListException(
          new JsonPlace("tool `" + node.tool() + "`: `" + node.place() + "`"),
          "the arguments of a tool are of type `object`");
    }
    return objects.arguments(node);
  }

  /**
   * Reads one schema.
   *
   * @throws McpListException if it is no schema
   */
  Reading read(SchemaNode node) throws McpListException {
    if (level >= DEEPEST) {
      return node.opaque("nested deeper than " + DEEPEST + " levels");
    }
    level++;
    try {
      Reading reading = node.has("$ref") ? reference(node) : Constraints.noted(node, plain(node));
      reading = node.isTrue("nullable") ? reading.orNull() : reading;
      return reading.shape().size() <= LARGEST
          ? reading
          : node.opaque("made of more than " + LARGEST + " types");
    } finally {
      level--;
    }
  }

  private Reading reference(SchemaNode node) throws McpListException {
    String to = node.text("$ref");
    SchemaNode target = references.find(node);
    if (target == null) {
      return node.opaque(
          "`$ref` to `" + PlainText.shortened(to, 80) + "` leads nowhere in the tool");
    }
    Reading known = read.get(to);
    if (known != null) {
      return known;
    }
    if (!open.add(to)) {
      return node.opaque("`$ref` leads back to where it stands");
    }
    try {
      Reading reading = read(target);
      read.put(to, reading);
      return reading;
    } finally {
      open.remove(to);
    }
  }

  private Reading plain(SchemaNode node) throws McpListException {
    if (node.has("const") || node.has("enum")) {
      return new ValuesReader(node).read();
    }
    if (!node.has("properties") && Stream.of("anyOf", "oneOf", "allOf").anyMatch(node::has)) {
      return alternatives.read(node);
    }
    return byType(node);
  }

  /** Reads by {@code type}; several of them are alternatives. */
  private Reading byType(SchemaNode node) throws McpListException {
    List<String> types = Types.of(node);
    boolean nullable = types.contains("null");
    List<String> others = types.stream().filter(type -> !type.equals("null")).toList();
    if (others.isEmpty()) {
      return nullable
          ? node.opaque("nothing but null is taken").orNull()
          : node.opaque("any value is taken").orNull();
    }
    Reading reading =
        others.size() == 1 ? ofType(others.get(0), node) : alternatives.ofTypes(others, node);
    return nullable ? reading.orNull() : reading;
  }

  /** Reads a schema as if this were its only type. */
  Reading ofType(String type, SchemaNode node) throws McpListException {
    return switch (type) {
      case "string" -> Formats.read(node);
      case "integer" -> Reading.of(ScalarShape.INT);
      case "number" -> Reading.of(ScalarShape.DECIMAL);
      case "float", "double" ->
          Reading.of(ScalarShape.DECIMAL)
              .with(node.note("`" + type + "` is no type of JSON Schema, read as `number`"));
      case "boolean" -> Reading.of(ScalarShape.BOOL);
      case "array" -> new ArrayReader(this).read(node);
      case "object" -> objects.read(node);
      default ->
          node.opaque("`" + PlainText.shortened(type, 40) + "` is no type of JSON Schema").orNull();
    };
  }

  /** A schema with one member replaced. */
  static SchemaNode replaced(SchemaNode node, String member, Json value) {
    Map<String, Json> members = new LinkedHashMap<>(node.members());
    members.put(member, value);
    return node.withMembers(members);
  }
}
