package dev.writ.core.model;

/** A canonical absolute path. */
public record PathValue(String text) implements Value {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitPath(this);
  }
}
