package dev.writ.core.reference;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Rule;
import java.util.List;

/**
 * Step 4 of a decision, as far as permits go: a permit that is true on R(i).
 *
 * @param readings every permit that enters decisions
 */
record Permits(List<RuleReading> readings) {

  Permits {
    readings = List.copyOf(readings);
  }

  static Permits of(Asked asked, Judge judge, AuthorityFacts authority) {
    return new Permits(
        judge.world().policies().rules().stream()
            .filter(rule -> rule.effect() == Rule.RuleEffect.PERMIT && !rule.observed())
            .map(rule -> RuleReading.of(rule, asked, judge, authority))
            .toList());
  }

  /** The disjunction of all permits on R(i). */
  Truth on(int member) {
    return readings.stream().map(reading -> reading.on(member)).reduce(Truth.FALSE, Truth::or);
  }

  /** The permits that are true on some view. */
  List<RuleReading> determining() {
    return readings.stream().filter(reading -> reading.truth() == Truth.TRUE).toList();
  }
}
