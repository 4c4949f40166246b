package dev.writ.dsl.imports;

import java.util.List;

/**
 * An array, read as a set.
 *
 * @param element a scalar, an enum or a flat record
 * @param least the least number of elements
 * @param most the greatest number of elements, at most {@link #MOST}
 */
record SetShape(Shape element, int least, int most) implements Shape {
  /** The most elements that a set has in the language. */
  static final int MOST = 1_000;

  @Override
  public String key() {
    return "Set<" + element.key() + ">" + bound();
  }

  @Override
  public int size() {
    return 1 + element.size();
  }

  @Override
  public boolean isPlain() {
    return false;
  }

  @Override
  public List<Shape> parts() {
    return List.of(element);
  }

  @Override
  public String text(TypeNames names) {
    return "Set<" + element.text(names) + ">" + bound();
  }

  private String bound() {
    if (least > 0) {
      return " " + least + " to " + most;
    }
    return most < MOST ? " max " + most : "";
  }
}
