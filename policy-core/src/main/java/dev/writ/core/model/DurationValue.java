package dev.writ.core.model;

/** A length of time in milliseconds; may be negative. */
public record DurationValue(long millis) implements Value {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitDuration(this);
  }
}
