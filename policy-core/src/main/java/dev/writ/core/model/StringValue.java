package dev.writ.core.model;

/** A string of code points, taken as it is. */
public record StringValue(String value) implements Value {

  /**
   * @throws IllegalArgumentException if a surrogate stands alone: that is no code point
   */
  public StringValue {
    if (!Utf16.isWellFormed(value)) {
      throw new IllegalArgumentException(Shown.text(value) + " holds half a surrogate pair");
    }
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitString(this);
  }
}
