package dev.writ.core.reference;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Rule;
import java.util.List;

/**
 * Step 2 of a decision: a forbid that is not false on some R(i).
 *
 * @param readings every forbid that enters decisions
 */
record Forbids(List<RuleReading> readings) {

  Forbids {
    readings = List.copyOf(readings);
  }

  static Forbids of(Asked asked, Judge judge, AuthorityFacts authority) {
    return new Forbids(
        judge.world().policies().rules().stream()
            .filter(rule -> rule.effect() == Rule.RuleEffect.FORBID && !rule.observed())
            .map(rule -> RuleReading.of(rule, asked, judge, authority))
            .toList());
  }

  /** The disjunction of all forbids on all views. */
  Truth truth() {
    return readings.stream().map(RuleReading::truth).reduce(Truth.FALSE, Truth::or);
  }

  /** The forbids that take effect: all that are not false. */
  List<RuleReading> determining() {
    return readings.stream().filter(reading -> reading.truth() != Truth.FALSE).toList();
  }
}
