package dev.writ.dsl.imports;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Fields by name.
 *
 * @param fields each name once
 * @param words what it is called in the schema, as in {@link EnumShape}
 * @param key as {@link Shape} has it
 * @param size as {@link Shape} has it
 */
record RecordShape(List<FieldShape> fields, List<String> words, String key, int size)
    implements Shape {
  RecordShape {
    fields = List.copyOf(fields);
    words = List.copyOf(words);
  }

  static RecordShape of(List<FieldShape> fields, List<String> words) {
    int size = 1 + fields.stream().mapToInt(field -> field.shape().size()).sum();
    return new RecordShape(fields, words, key(fields), size);
  }

  /** The same for the same fields in another order. */
  private static String key(List<FieldShape> fields) {
    return fields.stream()
        .map(f -> WritNames.name(f.name()) + (f.optional() ? "?:" : ":") + f.shape().key())
        .sorted()
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** Whether a set can hold it: no field is a set, a map, a record or opaque. */
  boolean isFlat() {
    return fields.stream().allMatch(field -> field.shape().isPlain());
  }

  @Override
  public boolean isPlain() {
    return false;
  }

  @Override
  public List<Shape> parts() {
    return fields.stream().map(FieldShape::shape).toList();
  }

  @Override
  public String text(TypeNames names) {
    return names.of(this);
  }
}
