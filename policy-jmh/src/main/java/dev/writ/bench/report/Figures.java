package dev.writ.bench.report;

import java.util.Locale;

/** Numbers for people. */
final class Figures {
  private Figures() {}

  /** Two or three figures and a unit: {@code 41 ns}, {@code 3.2 µs}. */
  static String nanos(double nanos) {
    if (nanos < 1e3) {
      return number(nanos) + " ns";
    }
    if (nanos < 1e6) {
      return number(nanos / 1e3) + " µs";
    }
    return nanos < 1e9 ? number(nanos / 1e6) + " ms" : number(nanos / 1e9) + " s";
  }

  /** Bytes, in thousands from ten thousand on. */
  static String bytes(double bytes) {
    return bytes < 10_000
        ? Math.round(bytes) + " B"
        : String.format(Locale.ROOT, "%d kB", Math.round(bytes / 1e3));
  }

  /** How often: {@code 1.3×}, {@code 5,200×}. */
  static String times(double ratio) {
    return (ratio < 1_000 ? number(ratio) : String.format(Locale.ROOT, "%,.0f", ratio)) + "×";
  }

  /** Two or three figures: {@code 1.3}, {@code 41}, {@code 5200}. */
  static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
  }
}
