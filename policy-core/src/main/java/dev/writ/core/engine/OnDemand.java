package dev.writ.core.engine;

import dev.writ.core.decision.Outlook;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.decision.Remedy;
import dev.writ.core.decision.Verdict;
import dev.writ.core.reference.Assessment;
import dev.writ.core.reference.Circumstances;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What more there is to know of an answer: what the program knows, and what the reference makes of
 * the request, worked out when it is first asked for.
 */
final class OnDemand extends GuardedOutlook {
  private final Loaded loaded;
  private final Asked asked;
  private final Verdict verdict;
  private final Circumstances circumstances;
  private final PlanTally tally;
  private volatile @Nullable Assessment assessment;

  OnDemand(
      Loaded loaded, Asked asked, Verdict verdict, Circumstances circumstances, PlanTally tally) {
    this.loaded = loaded;
    this.asked = asked;
    this.verdict = verdict;
    this.circumstances = circumstances;
    this.tally = tally;
  }

  @Override
  long nowMillis() {
    return circumstances.nowMillis();
  }

  private boolean permits() {
    return verdict.reason() == ReasonCode.PERMITTED;
  }

  private boolean isTimeless() {
    return loaded.program().isTimeless(asked.question(), circumstances.authority());
  }

  @Override
  OptionalLong findValidUntil() {
    return isTimeless() ? OptionalLong.empty() : behind().validUntil();
  }

  @Override
  OptionalLong findRetryAt() {
    return permits() || isTimeless() ? OptionalLong.empty() : behind().retryAt();
  }

  @Override
  List<Remedy> findRemedies() {
    return permits() || !loaded.program().offersRemedies() ? List.of() : behind().remedies();
  }

  @Override
  List<String> findBecause() {
    return loaded.evaluator().because(verdict);
  }

  @Override
  Outlook behind() {
    Assessment known = assessment;
    if (known == null) {
      known = loaded.evaluator().assess(asked.bound, circumstances);
      tally.worked();
      assessment = known;
    }
    return known;
  }
}
