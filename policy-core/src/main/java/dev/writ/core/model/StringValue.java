package dev.writ.core.model;

/** A string of code points, taken as it is. */
public record StringValue(String value) implements Value {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitString(this);
  }
}
