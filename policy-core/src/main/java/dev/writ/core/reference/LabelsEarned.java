package dev.writ.core.reference;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.Label;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The labels that an authorised request puts on its session: those not certainly unearned. */
final class LabelsEarned {

  private LabelsEarned() {}

  /** The ids of the labels earned, those that the session carries already among them. */
  static SortedSet<String> of(Asked asked, Judge judge, AuthorityFacts authority) {
    SortedSet<String> earned = new TreeSet<>();
    for (Label label : judge.world().policies().labels()) {
      if (truth(label, asked, judge, authority) != Truth.FALSE) {
        earned.add(label.id());
      }
    }
    return earned;
  }

  private static Truth truth(Label label, Asked asked, Judge judge, AuthorityFacts authority) {
    judge.trace().open("label " + label.id());
    Truth earned =
        IntStream.range(0, asked.members().size())
            .mapToObj(member -> on(member, label, asked, judge, authority))
            .reduce(Truth.FALSE, Truth::or);
    judge.trace().close(earned);
    return earned;
  }

  private static Truth on(
      int member, Label label, Asked asked, Judge judge, AuthorityFacts authority) {
    Case text = asked.caseOf(label.cases(), member);
    return text == null
        ? Truth.FALSE
        : judge.truth(label.id(), text.condition(), asked.view(member), authority);
  }
}
