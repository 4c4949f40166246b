package dev.writ.dsl.imports;

import dev.writ.core.model.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code anyOf}, {@code oneOf}, {@code allOf} and lists of types: as one type, if it is. */
final class AlternativeReader {
  private final SchemaReader reader;

  AlternativeReader(SchemaReader reader) {
    this.reader = reader;
  }

  Reading read(SchemaNode node) throws McpListException {
    List<String> keywords = Stream.of("anyOf", "oneOf", "allOf").filter(node::has).toList();
    String keyword = keywords.get(0);
    List<Json> schemas = node.items(keyword).orElseThrow();
    if (keywords.size() > 1 || schemas.isEmpty()) {
      return node.opaque("`" + String.join("` and `", keywords) + "` together");
    }
    if (keyword.equals("allOf") && schemas.size() > 1) {
      return node.opaque("`allOf` of several schemas");
    }
    List<SchemaNode> all = new ArrayList<>();
    for (int i = 0; i < schemas.size(); i++) {
      JsonPlace place = node.place().member(keyword).item(i);
      all.add(inheriting(node.inner(place, node.words(), schemas.get(i)), node));
    }
    List<SchemaNode> possible = possible(all, Types.of(node));
    if (possible.size() == all.size()) {
      return read(node, all, keyword);
    }
    return possible.isEmpty()
        ? read(node, all, keyword)
            .with(node.note("`type` allows none of `" + keyword + "`, so it is not counted"))
        : read(node, possible, keyword)
            .with(node.note("what `" + keyword + "` allows beyond `type` is refused"));
  }

  /** The alternatives that may be of these types, all of them where there are none. */
  private static List<SchemaNode> possible(List<SchemaNode> all, List<String> types)
      throws McpListException {
    List<SchemaNode> possible = new ArrayList<>();
    for (SchemaNode each : all) {
      List<String> own = Types.of(each);
      boolean meets =
          own.isEmpty()
              || types.isEmpty()
              || own.stream().anyMatch(types::contains)
              || (own.contains("integer") && types.contains("number"));
      if (meets) {
        possible.add(each);
      }
    }
    return possible;
  }

  private Reading read(SchemaNode node, List<SchemaNode> alternatives, String keyword)
      throws McpListException {
    List<Reading> readings = new ArrayList<>();
    boolean nullable = false;
    for (SchemaNode each : alternatives) {
      if (isNull(each)) {
        nullable = true;
      } else {
        readings.add(reader.read(each));
      }
    }
    Reading reading =
        readings.isEmpty()
            ? node.opaque("nothing but null is taken")
            : joined(node, readings, "`" + keyword + "` of different types");
    return nullable ? reading.orNull() : reading;
  }

  private static boolean isNull(SchemaNode node) throws McpListException {
    return Types.of(node).equals(List.of("null")) || node.get("const") instanceof Json.Null;
  }

  /** The schema with the type that stands beside the alternatives, where it has none itself. */
  private static SchemaNode inheriting(SchemaNode inner, SchemaNode outer) {
    Json type = outer.get("type");
    boolean typed =
        Stream.of("type", "$ref", "enum", "const", "anyOf", "oneOf", "allOf").anyMatch(inner::has);
    return type == null || typed ? inner : SchemaReader.replaced(inner, "type", type);
  }

  /** Reads a schema with several types. */
  Reading ofTypes(List<String> types, SchemaNode node) throws McpListException {
    List<Reading> readings = new ArrayList<>();
    for (String type : types) {
      readings.add(reader.ofType(type, SchemaReader.replaced(node, "type", Json.of(type))));
    }
    return joined(node, readings, "values of different types");
  }

  private static Reading joined(SchemaNode node, List<Reading> readings, String otherwise) {
    Reading one = one(node, readings, otherwise);
    return readings.stream().anyMatch(Reading::nullable) ? one.orNull() : one;
  }

  private static Reading one(SchemaNode node, List<Reading> values, String otherwise) {
    Reading first = values.get(0);
    List<Shape> shapes = values.stream().map(Reading::shape).toList();
    if (shapes.stream().map(Shape::key).distinct().count() == 1) {
      return first;
    }
    if (shapes.stream().allMatch(shape -> shape instanceof EnumShape)) {
      Set<String> all = new LinkedHashSet<>();
      shapes.forEach(shape -> all.addAll(((EnumShape) shape).values()));
      return all.size() <= ValuesReader.MOST
          ? Reading.of(new EnumShape(List.copyOf(all), node.words()))
          : Reading.of(ScalarShape.STRING)
              .with(node.note("left to the server: one of " + all.size() + " values"));
    }
    if (shapes.stream().allMatch(AlternativeReader::isText)) {
      return Reading.of(ScalarShape.STRING);
    }
    if (Set.of(ScalarShape.INT, ScalarShape.DECIMAL).containsAll(shapes)) {
      return Reading.of(ScalarShape.DECIMAL);
    }
    return node.opaque(otherwise);
  }

  private static boolean isText(Shape shape) {
    return shape instanceof EnumShape || (shape instanceof ScalarShape scalar && scalar.isText());
  }
}
