package dev.writ.core.plan;

import dev.writ.core.decision.Obligation;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Approval.Kind;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * What others say of approvals, confirmations and named grants, where it is known which members
 * grants cover and which grants a permit spends. Immutable.
 */
final class FixedConsents extends Consents {
  private final HeldConsents others;
  private final int covered;
  private final List<HeldGrant> spent;

  /**
   * @param covered a bit for each member that grants cover
   * @param spent the grants that a permit spends
   */
  FixedConsents(HeldConsents others, int covered, List<HeldGrant> spent) {
    this.others = others;
    this.covered = covered;
    this.spent = List.copyOf(spent);
  }

  @Override
  Truth stands(Kind kind, String id, Moment moment) {
    return others.stands(kind, id, moment);
  }

  @Override
  boolean granted(String template) {
    return others.granted(template);
  }

  @Override
  boolean covers(int member) {
    return (covered >>> member & 1) != 0;
  }

  @Override
  void addSpent(SortedMap<String, List<Obligation>> determining, Predicate<Consents> permits) {
    others.add(spent, determining);
  }

  @Override
  boolean mayBeSpent() {
    return !spent.isEmpty() || others.mayBeSpent();
  }
}
