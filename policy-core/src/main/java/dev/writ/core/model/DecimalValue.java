package dev.writ.core.model;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** An exact decimal with four places: the value is {@code scaled} ten-thousandths. */
public record DecimalValue(long scaled) implements Value {

  private static final Pattern GRAMMAR = Pattern.compile("-?(0|[1-9][0-9]{0,15})(\\.[0-9]{1,4})?");

  /**
   * The decimal written so: digits without leading zeros, then at most four places.
   *
   * @throws InvalidValueException if the text is anything else or does not fit 64 bits
   */
  public static DecimalValue parse(String text) throws InvalidValueException {
    if (GRAMMAR.matcher(text).matches()) {
      try {
        return new DecimalValue(new BigDecimal(text).movePointRight(4).longValueExact());
      } catch (ArithmeticException beyond) {
        // falls through: the grammar leaves only numbers that are too great
      }
    }
    throw new InvalidValueException(
        "",
        Shown.text(text)
            + " is not a Decimal: write digits and at most four places, up to 922337203685477.5807");
  }

  /** The shortest text of this value, without trailing zeros: {@code 1.5}. */
  public String text() {
    return BigDecimal.valueOf(scaled, 4).stripTrailingZeros().toPlainString();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitDecimal(this);
  }
}
