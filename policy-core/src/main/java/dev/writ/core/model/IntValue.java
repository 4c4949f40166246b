package dev.writ.core.model;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A 64-bit integer. */
public record IntValue(long value) implements Value {

  private static final Pattern GRAMMAR = Pattern.compile("-?(0|[1-9][0-9]{0,18})");

  private static final int LEAST_KEPT = -128;
  private static final IntValue[] KEPT = kept();

  private static IntValue[] kept() {
    IntValue[] kept = new IntValue[1_152];
    Arrays.setAll(kept, i -> new IntValue((long) i + LEAST_KEPT));
    return kept;
  }

  /** The integer; small ones are always the same object. */
  static IntValue of(long value) {
    return value >= LEAST_KEPT && value < LEAST_KEPT + KEPT.length
        ? KEPT[(int) value - LEAST_KEPT]
        : new IntValue(value);
  }

  /**
   * The integer written so: digits without leading zeros, after a minus sign or not.
   *
   * @throws InvalidValueException if the text is anything else or does not fit 64 bits
   */
  public static IntValue parse(String text) throws InvalidValueException {
    if (GRAMMAR.matcher(text).matches()) {
      try {
        return new IntValue(Long.parseLong(text));
      } catch (NumberFormatException beyond) {
        // falls through: the grammar leaves only numbers beyond 64 bits
      }
    }
    throw new InvalidValueException(
        "", Shown.text(text) + " is not an Int: write digits alone, from -2^63 to 2^63 - 1");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IntValue number && value == number.value;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(value);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitInt(this);
  }
}
