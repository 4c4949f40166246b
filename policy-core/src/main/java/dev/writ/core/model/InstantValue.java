package dev.writ.core.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An instant, in milliseconds since 1970-01-01T00:00:00Z. */
public record InstantValue(long epochMillis) implements Value {

  private static final long DAY = 86_400_000;
  private static final long FIRST_DAY = LocalDate.of(0, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(9_999, 12, 31).toEpochDay();

  private static final Pattern GRAMMAR =
      Pattern.compile(
          "([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]{1,3}))?Z");

  /**
   * The instant written as in RFC 3339, in UTC ({@code Z}), to the millisecond at most: {@code
   * 2026-03-02T10:00:00Z}. Leap seconds are not taken.
   *
   * @throws InvalidValueException if the text is anything else
   */
  public static InstantValue parse(String text) throws InvalidValueException {
    Matcher parts = GRAMMAR.matcher(text);
    if (parts.matches()) {
      try {
        return new InstantValue(dateTime(parts).toInstant(ZoneOffset.UTC).toEpochMilli());
      } catch (DateTimeException noSuchDay) {
        // falls through: the grammar leaves only days and times that no calendar has
      }
    }
    throw new InvalidValueException(
        "",
        Shown.text(text)
            + " is not an Instant: write it in UTC, to milliseconds at most, as"
            + " `2026-03-02T10:00:00Z`");
  }

  private static LocalDateTime dateTime(Matcher parts) {
    return LocalDateTime.of(
        number(parts, 1),
        number(parts, 2),
        number(parts, 3),
        number(parts, 4),
        number(parts, 5),
        number(parts, 6),
        nanos(parts.group(7)));
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  private static int nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00").substring(0, 3)) * 1_000_000;
  }

  /** The text of this instant in UTC, with three places or none: {@code 2026-03-02T10:00:00Z}. */
  public String text() {
    long days = Math.floorDiv(epochMillis, DAY);
    return days < FIRST_DAY || days > LAST_DAY
        ? Instant.ofEpochMilli(epochMillis).toString()
        : text(LocalDate.ofEpochDay(days), (int) Math.floorMod(epochMillis, DAY));
  }

  /** The text where the year has four digits. */
  private static String text(LocalDate day, int millis) {
    StringBuilder text = new StringBuilder(24);
    digits(text, day.getYear(), 1_000);
    digits(text.append('-'), day.getMonthValue(), 10);
    digits(text.append('-'), day.getDayOfMonth(), 10);
    digits(text.append('T'), millis / 3_600_000, 10);
    digits(text.append(':'), millis / 60_000 % 60, 10);
    digits(text.append(':'), millis / 1_000 % 60, 10);
    if (millis % 1_000 != 0) {
      digits(text.append('.'), millis % 1_000, 100);
    }
    return text.append('Z').toString();
  }

  private static void digits(StringBuilder text, int number, int most) {
    for (int place = most; place > 0; place /= 10) {
      text.append((char) ('0' + number / place % 10));
    }
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitInstant(this);
  }
}
