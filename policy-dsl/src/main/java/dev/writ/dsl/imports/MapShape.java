package dev.writ.dsl.imports;

import java.util.List;

/**
 * An object with names of the caller's choice, all of one type.
 *
 * @param value a scalar, an enum, or a set of these
 */
record MapShape(Shape value) implements Shape {
  @Override
  public String key() {
    return "Map<" + value.key() + ">";
  }

  @Override
  public int size() {
    return 1 + value.size();
  }

  @Override
  public boolean isPlain() {
    return false;
  }

  @Override
  public List<Shape> parts() {
    return List.of(value);
  }

  @Override
  public String text(TypeNames names) {
    return "Map<String, " + value.text(names) + ">";
  }
}
