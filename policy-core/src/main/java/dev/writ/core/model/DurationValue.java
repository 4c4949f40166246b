package dev.writ.core.model;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time in milliseconds; may be negative. A day is 24 hours. */
public record DurationValue(long millis) implements Value {

  private static final Pattern GRAMMAR = Pattern.compile("(-?(?:0|[1-9][0-9]{0,18}))(ms|s|m|h|d)");

  private record Unit(String word, long millis) {}

  private static final List<Unit> UNITS =
      List.of(
          new Unit("d", 86_400_000),
          new Unit("h", 3_600_000),
          new Unit("m", 60_000),
          new Unit("s", 1_000),
          new Unit("ms", 1));

  /**
   * The length written so: an integer and one unit of {@code ms s m h d}, as {@code 30m}.
   *
   * @throws InvalidValueException if the text is anything else or does not fit 64 bits
   */
  public static DurationValue parse(String text) throws InvalidValueException {
    Matcher parts = GRAMMAR.matcher(text);
    if (parts.matches()) {
      try {
        long count = Long.parseLong(parts.group(1));
        return new DurationValue(Math.multiplyExact(count, unit(parts.group(2)).millis()));
      } catch (NumberFormatException | ArithmeticException beyond) {
        // falls through: the grammar leaves only lengths beyond 64 bits
      }
    }
    throw new InvalidValueException(
        "",
        Shown.text(text)
            + " is not a Duration: write a whole number and one unit of ms, s, m, h, d, as `30m`");
  }

  private static Unit unit(String word) {
    return UNITS.stream().filter(unit -> unit.word().equals(word)).findFirst().orElseThrow();
  }

  /**
   * The text in the greatest unit that divides it: {@code 90m}, {@code 1d}; {@code 0s} for none.
   */
  public String text() {
    if (millis == 0) {
      return "0s";
    }
    Unit unit = UNITS.stream().filter(u -> millis % u.millis() == 0).findFirst().orElseThrow();
    return millis / unit.millis() + unit.word();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitDuration(this);
  }
}
