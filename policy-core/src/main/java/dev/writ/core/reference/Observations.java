package dev.writ.core.reference;

import dev.writ.core.decision.Observation;
import dev.writ.core.ir.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What rules and limits under {@code observe} say; they enter no decision. */
final class Observations {

  private Observations() {}

  /** One for each observed rule or limit whose head spans some view, sorted by id. */
  static List<Observation> of(Asked asked, Judge judge, AuthorityFacts authority, Limits limits) {
    List<Observation> observations = new ArrayList<>();
    for (Rule rule : judge.world().policies().rules()) {
      if (rule.observed()) {
        RuleReading reading = RuleReading.of(rule, asked, judge, authority);
        if (!reading.views().isEmpty()) {
          observations.add(new Observation(rule.id(), reading.truth()));
        }
      }
    }
    for (LimitReading reading : limits.readings()) {
      if (reading.limit().observed() && reading.spans()) {
        observations.add(new Observation(reading.limit().id(), reading.truth()));
      }
    }
    observations.sort(Comparator.comparing(Observation::rule));
    return observations;
  }
}
