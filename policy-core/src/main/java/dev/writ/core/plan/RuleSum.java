package dev.writ.core.plan;

import dev.writ.core.decision.Obligation;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Rule;
import java.util.ArrayList;
import java.util.List;

/** What one rule says on all views of a request. Mutable, for one run. */
final class RuleSum {
  private final Rule rule;
  private final List<Obligation> obligations = new ArrayList<>();
  private Truth truth = Truth.FALSE;

  RuleSum(Rule rule) {
    this.rule = rule;
  }

  void add(Judge.Said said) {
    truth = truth.or(said.truth());
    obligations.addAll(said.obligations());
  }

  Rule rule() {
    return rule;
  }

  Truth truth() {
    return truth;
  }

  List<Obligation> obligations() {
    return obligations;
  }

  /** Whether it is of this effect and enters the decision. */
  boolean is(Rule.RuleEffect effect) {
    return rule.effect() == effect && !rule.observed();
  }

  /** Whether it is among those that made a decision come out so. */
  boolean determines(ReasonCode reason) {
    return switch (reason) {
      case FORBIDDEN, EVALUATION_ERROR -> is(Rule.RuleEffect.FORBID) && truth != Truth.FALSE;
      case PERMITTED -> is(Rule.RuleEffect.PERMIT) && truth == Truth.TRUE;
      default -> false;
    };
  }
}
