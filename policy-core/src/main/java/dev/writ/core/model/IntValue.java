package dev.writ.core.model;

/** A 64-bit integer. */
public record IntValue(long value) implements Value {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitInt(this);
  }
}
