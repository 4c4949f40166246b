package dev.writ.dsl.bench;

import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.IrText;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Slot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds out what rules cost alone: how much longer a decision takes by a set with one rule than by
 * the same set with none, on the questions that the rule speaks on.
 *
 * <p>Both sets have no scopes and limits and every approval, grant and label of the set. Either is
 * asked the same request objects again, so that binding a request is no part of the figure. Blocks
 * of decisions by either alternate, and the median of the differences counts, so that a pause of
 * the machine or a slow drift of its speed does not. What a rule adds to the whole set is another
 * number: there it shares look-ups and conditions with others, and is passed over where an index
 * rules it out. Leaving it out of the whole set would not tell either, since others then do the
 * work that it shared.
 */
final class RuleTrials {
  private static final int SAMPLE = 64;
  private static final int LEAST_PAIRS = 5;
  private static final int MOST_PAIRS = 201;
  private static final int CONTROLS = 3;

  private final Meter meter;
  private final Function<PolicySet, PolicyEngine> engines;
  private final PolicySet policies;
  private final List<Question> questions;
  private final int block;

  /**
   * @param engines makes an engine of a set
   * @param block how many decisions are timed at once
   */
  RuleTrials(
      Meter meter,
      Function<PolicySet, PolicyEngine> engines,
      PolicySet policies,
      List<Question> questions,
      int block) {
    this.meter = meter;
    this.engines = engines;
    this.policies = policies;
    this.questions = questions;
    this.block = block;
  }

  /** A rule and the questions it speaks on. */
  private record Speaking(Rule rule, List<Question> questions) {
    /** How much there is to evaluate: the longer its text, the likelier it is dear. */
    long weight() {
      long length = 0;
      for (Case text : rule.cases()) {
        length += IrText.of(text.condition()).length();
      }
      return length * questions.size();
    }
  }

  /** Measures rules, the likeliest to be dear first, for as long as there is time. */
  RuleCosts run(Duration budget) {
    List<Speaking> speaking = speaking();
    if (speaking.isEmpty()) {
      return new RuleCosts(0, 0, List.of());
    }
    long start = meter.nanos();
    long each = budget.toNanos() / (speaking.size() + CONTROLS);
    List<RuleCost> costs = new ArrayList<>();
    try (PolicyEngine without = engines.apply(only(List.of()))) {
      double noise = noise(without, each);
      for (Speaking candidate : speaking) {
        if (!costs.isEmpty() && meter.nanos() - start >= budget.toNanos()) {
          break;
        }
        costs.add(cost(candidate, without, each));
      }
      costs.sort(Comparator.comparingDouble(RuleCost::weight).reversed());
      return new RuleCosts(speaking.size(), noise, costs);
    }
  }

  private List<Speaking> speaking() {
    List<Speaking> speaking = new ArrayList<>();
    for (Rule rule : policies.rules()) {
      Set<Slot> slots = new HashSet<>();
      rule.cases().forEach(text -> slots.addAll(text.slots()));
      List<Question> asked =
          questions.stream()
              .filter(question -> question.slots().stream().anyMatch(slots::contains))
              .toList();
      if (!asked.isEmpty()) {
        speaking.add(new Speaking(rule, asked));
      }
    }
    speaking.sort(Comparator.comparingLong(Speaking::weight).reversed());
    return speaking;
  }

  /** What comes out where there is nothing to find. */
  private double noise(PolicyEngine without, long nanos) {
    double worst = 0;
    try (PolicyEngine same = engines.apply(only(List.of()))) {
      for (int i = 0; i < CONTROLS; i++) {
        worst = Math.max(worst, Math.abs(difference(sample(questions), same, without, nanos)));
      }
    }
    return worst;
  }

  private RuleCost cost(Speaking candidate, PolicyEngine without, long nanos) {
    try (PolicyEngine with = engines.apply(only(List.of(candidate.rule())))) {
      return new RuleCost(
          candidate.rule().id(),
          candidate.questions().size(),
          difference(sample(candidate.questions()), with, without, nanos));
    }
  }

  private static List<Question> sample(List<Question> all) {
    if (all.size() <= SAMPLE) {
      return all;
    }
    List<Question> some = new ArrayList<>();
    for (int i = 0; i < SAMPLE; i++) {
      some.add(all.get((int) ((long) all.size() * i / SAMPLE)));
    }
    return some;
  }

  private double difference(
      List<Question> asked, PolicyEngine with, PolicyEngine without, long nanos) {
    List<Question> again =
        asked.stream()
            .map(question -> new Question(question.again(), question.again(), question.slots()))
            .toList();
    int length = Math.max(block, again.size());
    Stint one = new Stint(meter, with, again, length);
    Stint other = new Stint(meter, without, again, length);
    mean(one);
    mean(other);
    double[] differences = new double[MOST_PAIRS];
    int pairs = 0;
    long start = meter.nanos();
    while (pairs < LEAST_PAIRS || (pairs < MOST_PAIRS && meter.nanos() - start < nanos)) {
      differences[pairs++] = mean(one) - mean(other);
    }
    return median(Arrays.copyOf(differences, pairs));
  }

  /** How long a decision takes, after each has been asked once so that it is not seen first. */
  private static double mean(Stint stint) {
    stint.run(Until.done(stint.questions().size()), 0);
    return stint.run(Until.done(stint.batch()), 0).mean();
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private PolicySet only(List<Rule> rules) {
    return new PolicySet(
        policies.name(),
        policies.schema(),
        policies.modules(),
        rules,
        List.of(),
        policies.approvals(),
        policies.grants(),
        policies.suspends(),
        policies.labels(),
        List.of(),
        List.of(),
        policies.tools(),
        policies.zones());
  }
}
