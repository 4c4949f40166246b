package dev.writ.core.engine;

import dev.writ.core.decision.Outlook;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.reference.Assessment;
import dev.writ.core.reference.Circumstances;
import dev.writ.core.reference.Reference;
import org.jspecify.annotations.Nullable;

/** What the reference makes of a request, worked out when it is first asked for. */
final class OnDemand extends GuardedOutlook {
  private final Reference reference;
  private final BoundRequest request;
  private final Circumstances circumstances;
  private final PlanTally tally;
  private volatile @Nullable Assessment assessment;

  OnDemand(
      Reference reference, BoundRequest request, Circumstances circumstances, PlanTally tally) {
    this.reference = reference;
    this.request = request;
    this.circumstances = circumstances;
    this.tally = tally;
  }

  @Override
  long nowMillis() {
    return circumstances.nowMillis();
  }

  @Override
  Outlook behind() {
    Assessment known = assessment;
    if (known == null) {
      known = reference.assess(request, circumstances);
      tally.worked();
      assessment = known;
    }
    return known;
  }
}
