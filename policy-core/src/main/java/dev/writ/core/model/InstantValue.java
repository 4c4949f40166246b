package dev.writ.core.model;

/** An instant, in milliseconds since 1970-01-01T00:00:00Z. */
public record InstantValue(long epochMillis) implements Value {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitInstant(this);
  }
}
