package dev.writ.core.reference;

import dev.writ.core.decision.ReasonCode;
import java.util.List;
import net.jqwik.api.statistics.Statistics;

/** Counts what came up in a property, and fails where one thing hardly did: nothing was shown. */
final class Seen {

  /** What every decision can come to, bindings of tools aside. */
  private static final List<ReasonCode> REASONS =
      List.of(
          ReasonCode.INVALID_REQUEST,
          ReasonCode.UNAVAILABLE,
          ReasonCode.STALE_STATE,
          ReasonCode.SUSPENDED,
          ReasonCode.SESSION_REQUIRED,
          ReasonCode.FORBIDDEN,
          ReasonCode.EVALUATION_ERROR,
          ReasonCode.OUT_OF_SCOPE,
          ReasonCode.NO_PERMIT,
          ReasonCode.DELEGATE_DENIED,
          ReasonCode.LIMIT_REACHED);

  private Seen() {}

  /** A reason: every one must come up, and one in ten must be a permit. */
  static void reason(ReasonCode reason) {
    Statistics.collect(reason);
    Statistics.coverage(
        coverage -> {
          coverage.check(ReasonCode.PERMITTED).percentage(p -> p > 10);
          REASONS.forEach(each -> coverage.check(each).count(count -> count > 0));
        });
  }

  /** Whether what the property is about came up: it must, in at least so many tries. */
  static void that(boolean matters, int least) {
    Statistics.label("matters").collect(matters);
    Statistics.label("matters")
        .coverage(coverage -> coverage.check(true).count(count -> count >= least));
  }
}
