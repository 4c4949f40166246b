package dev.writ.bench.guard;

import dev.writ.bench.measure.Pair;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A scenario with its budget and what was measured.
 *
 * @param budget what it may cost
 * @param measured what it costs, or null where nothing was measured
 */
record Row(Budget budget, @Nullable Pair measured) {

  /** How the row stands. */
  enum Standing {
    /** Within the budget. */
    WITHIN("ok"),
    /** Slower beside the floor than it may be. */
    SLOW("TOO SLOW"),
    /** Allocates more than it may. */
    WASTEFUL("TOO MANY BYTES"),
    /** Was not measured. */
    MISSING("NOT MEASURED");

    private final String text;

    Standing(String text) {
      this.text = text;
    }
  }

  Standing standing() {
    if (measured == null) {
      return Standing.MISSING;
    }
    if (measured.bytes() > budget.bytes()) {
      return Standing.WASTEFUL;
    }
    // a ratio that is no number is within nothing
    return measured.ratio() <= budget.ratio() ? Standing.WITHIN : Standing.SLOW;
  }

  boolean passes() {
    return standing() == Standing.WITHIN;
  }

  /** This row or the other, of a second try: the one that passes, else the first. */
  Row or(Row second) {
    return passes() || !second.passes() ? this : second;
  }

  static final String HEADER =
      "%-16s %10s %10s %10s %10s %10s %10s"
          .formatted("scenario", "floor ns", "writ ns", "ratio", "budget", "bytes", "budget");

  String text() {
    return measured == null
        ? String.format(
            Locale.ROOT,
            "%-16s %10s %10s %10s %10.2f %10s %10d  %s",
            budget.scenario(),
            "-",
            "-",
            "-",
            budget.ratio(),
            "-",
            budget.bytes(),
            standing().text)
        : String.format(
            Locale.ROOT,
            "%-16s %10.1f %10.1f %10.2f %10.2f %10d %10d  %s",
            budget.scenario(),
            measured.floorNanos(),
            measured.nanos(),
            measured.ratio(),
            budget.ratio(),
            measured.bytes(),
            budget.bytes(),
            standing().text);
  }
}
