package dev.writ.core.reference;

import dev.writ.core.decision.Obligation;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * What one permit or forbid says on the views that its head spans.
 *
 * @param rule the rule
 * @param views what it says, by member; members whose view it does not span are not among them
 */
record RuleReading(Rule rule, List<OnView> views) {

  RuleReading {
    views = List.copyOf(views);
  }

  /**
   * What a rule says on R(i).
   *
   * @param member i
   * @param truth whether it holds
   * @param obligations those it asks for there
   */
  record OnView(int member, Truth truth, List<Obligation> obligations) {}

  /** Reads the rule. */
  static RuleReading of(Rule rule, Asked asked, Judge judge, AuthorityFacts authority) {
    boolean widens = rule.effect() == Rule.RuleEffect.PERMIT;
    List<OnView> views = new ArrayList<>();
    judge.trace().open(rule.id());
    for (int member = 0; member < asked.members().size(); member++) {
      Case text = asked.caseOf(rule.cases(), member);
      if (text != null) {
        Judge.Said said = judge.said(rule.id(), text, widens, asked.view(member), authority);
        views.add(new OnView(member, said.truth(), said.obligations()));
      }
    }
    RuleReading reading = new RuleReading(rule, views);
    judge.trace().close(reading.truth());
    return reading;
  }

  /** The disjunction over the views. */
  Truth truth() {
    return views.stream().map(OnView::truth).reduce(Truth.FALSE, Truth::or);
  }

  /** What it says on this view; false where its head does not span it. */
  Truth on(int member) {
    return views.stream()
        .filter(view -> view.member() == member)
        .map(OnView::truth)
        .findFirst()
        .orElse(Truth.FALSE);
  }

  /** What it asks for, in the order of members and text. */
  List<Obligation> obligations() {
    return views.stream().flatMap(view -> view.obligations().stream()).toList();
  }
}
