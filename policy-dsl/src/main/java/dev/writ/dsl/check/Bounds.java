package dev.writ.dsl.check;

import dev.writ.dsl.ast.Count;
import dev.writ.dsl.ast.DurationLiteral;
import dev.writ.dsl.check.expression.Problems;
import dev.writ.dsl.source.DiagnosticCode;
import org.jspecify.annotations.Nullable;

/** Checks the numbers of clauses. */
final class Bounds {
  private static final int GREATEST = 1_000_000_000;

  private Bounds() {}

  /** Returns a count as an int; 1 after reporting one that is too large. */
  static int toInt(Count count, Problems problems) {
    if (count.value() <= GREATEST) {
      return (int) count.value();
    }
    problems.error(
        DiagnosticCode.INVALID_BOUND, count.span(), count.value() + " is too large a count");
    return 1;
  }

  /** Returns whether a length of time is not zero, or not there; reports where it is zero. */
  static boolean positive(@Nullable DurationLiteral length, Problems problems) {
    if (length == null || length.millis() > 0) {
      return true;
    }
    problems.error(
        DiagnosticCode.INVALID_BOUND, length.span(), "a length of time of zero leaves no time");
    return false;
  }
}
