package dev.writ.core.model;

import org.jspecify.annotations.Nullable;

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

  /** The string, or null where a surrogate stands alone. */
  static @Nullable StringValue orNull(String value) {
    try {
      return new StringValue(value);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StringValue string && value.equals(string.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitString(this);
  }
}
