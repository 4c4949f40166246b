package dev.writ.dsl.cli;

import java.util.Locale;

/** Measured amounts for people, to three digits. */
final class Amounts {
  private static final String[] UNITS = {"ns", "\u00b5s", "ms", "s"};

  private Amounts() {}

  /** A duration in whole nanoseconds. */
  static String nanos(long nanos) {
    return nanos((double) nanos);
  }

  /** A duration: {@code 812 ns}, {@code 1.02 µs}, {@code 17.5 ms}. */
  static String nanos(double nanos) {
    int unit = 0;
    double value = nanos;
    while (unit < UNITS.length - 1 && value >= 999.5) {
      value /= 1000;
      unit++;
    }
    return digits(value, unit == 0 ? 10 : 0) + " " + UNITS[unit];
  }

  /**
   * @param whole from which value on no decimals are written, or 0 where three digits say it
   */
  private static String digits(double value, int whole) {
    int decimals = value >= 99.95 || (whole > 0 && value >= whole) ? 0 : value >= 9.995 ? 1 : 2;
    boolean integral = whole > 0 && value == Math.rint(value);
    return String.format(Locale.ROOT, "%,." + (integral ? 0 : decimals) + "f", value);
  }

  /** A share: {@code 12.5 %}; {@code < 0.1 %} where there is hardly any. */
  static String share(double part) {
    double percent = part * 100;
    return percent > 0 && percent < 0.05
        ? "< 0.1 %"
        : String.format(Locale.ROOT, "%.1f %%", percent);
  }

  /** A number with its thousands parted. */
  static String whole(double number) {
    return String.format(Locale.ROOT, "%,d", Math.round(number));
  }
}
