package dev.writ.dsl.imports;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Strings of which one is chosen.
 *
 * @param values the strings, each once, at least one
 * @param words what it is called in the schema: the name of a definition, or the names of
 *     properties from the tool to it
 */
record EnumShape(List<String> values, List<String> words) implements Shape {
  EnumShape {
    values = List.copyOf(values);
    words = List.copyOf(words);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("an enum has at least one value");
    }
  }

  @Override
  public String key() {
    return values.stream().map(WritNames::literal).collect(Collectors.joining(",", "(", ")"));
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public boolean isPlain() {
    return true;
  }

  @Override
  public List<Shape> parts() {
    return List.of();
  }

  @Override
  public String text(TypeNames names) {
    return names.of(this);
  }
}
