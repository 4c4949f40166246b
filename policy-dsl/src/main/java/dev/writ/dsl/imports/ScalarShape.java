package dev.writ.dsl.imports;

import java.util.List;

/** A type without parts. */
enum ScalarShape implements Shape {
  BOOL("Bool", false),
  INT("Int", false),
  DECIMAL("Decimal", false),
  STRING("String", true),
  INSTANT("Instant", true),
  IP("Ip", true),
  URL("Url", true),
  OPAQUE("Opaque", false);

  private final String word;
  private final boolean text;

  ScalarShape(String word, boolean text) {
    this.word = word;
    this.text = text;
  }

  /** Whether JSON writes it as a string of a grammar. */
  boolean isText() {
    return text;
  }

  @Override
  public String key() {
    return word;
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public boolean isPlain() {
    return this != OPAQUE;
  }

  @Override
  public List<Shape> parts() {
    return List.of();
  }

  @Override
  public String text(TypeNames names) {
    return word;
  }
}
