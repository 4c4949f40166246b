package dev.writ.core.reference;

import static dev.writ.core.reference.Exprs.TRUE;
import static dev.writ.core.reference.Exprs.and;
import static dev.writ.core.reference.Exprs.not;
import static dev.writ.core.reference.Exprs.or;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.decision.EvaluationError;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Expr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/**
 * Language reference, section 3: {@code and or not any every} are strong Kleene and commutative,
 * {@code if} with an error as condition is an error. Three values in the order false, error, true:
 * {@code and} is the least, {@code or} the greatest.
 */
class KleeneProperties {
  private static final List<Truth> ORDER = List.of(Truth.FALSE, Truth.ERROR, Truth.TRUE);
  private static final Comparator<Truth> BY_ORDER = Comparator.comparing(ORDER::indexOf);

  /** Some conditions, and a request on which they are evaluated. */
  record Trial(List<Expr> conditions, List<Expr> elements, Asked asked, World world) {

    Truth truth(Expr condition) {
      Judge judge = new Judge(world, Trace.NONE);
      return judge.truth("r", condition, asked.view(0), NoAuthority.INSTANCE);
    }

    /** The truth and the errors without what the rule came to. */
    Set<String> errors(Expr condition) {
      Judge judge = new Judge(world, Trace.NONE);
      judge.truth("r", condition, asked.view(0), NoAuthority.INSTANCE);
      Set<String> errors = new TreeSet<>();
      for (EvaluationError error : judge.errors()) {
        errors.add(error.toString());
      }
      return errors;
    }

    Truth least() {
      return conditions.stream().map(this::truth).min(BY_ORDER).orElseThrow();
    }

    Truth greatest() {
      return conditions.stream().map(this::truth).max(BY_ORDER).orElseThrow();
    }
  }

  @Provide
  Arbitrary<Trial> trials() {
    return GeneratedWorld.withoutAuthority()
        .filter(world -> world.asked() != null)
        .flatMap(
            world ->
                Arbitraries.randomValue(
                    random -> {
                      Dice dice = new Dice(random);
                      GeneratedConditions maker = new GeneratedConditions(dice, false);
                      List<Expr> conditions = dice.some(1, 4, () -> maker.condition(3));
                      List<Expr> elements =
                          dice.some(
                              0,
                              3,
                              () ->
                                  dice.percent(15)
                                      ? Exprs.add(Exprs.n(Long.MAX_VALUE), Exprs.n(1))
                                      : Exprs.n(dice.below(4)));
                      return new Trial(
                          conditions,
                          elements,
                          Objects.requireNonNull(world.asked()),
                          world.world());
                    }));
  }

  private static void seen(Truth truth) {
    Statistics.collect(truth);
    Statistics.coverage(
        coverage -> ORDER.forEach(each -> coverage.check(each).percentage(p -> p > 10)));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReportMode.OFF)
  void andOr_ofAnyOperands_areTheLeastAndTheGreatest(@ForAll("trials") Trial trial) {
    Expr all = new Expr.And(trial.conditions());
    Expr some = new Expr.Or(trial.conditions());
    seen(trial.truth(trial.conditions().get(0)));
    assertThat(trial.truth(all)).isEqualTo(trial.least());
    assertThat(trial.truth(some)).isEqualTo(trial.greatest());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReportMode.OFF)
  void andOr_inAnyOrderAndGrouping_areTheSameWithTheSameErrors(@ForAll("trials") Trial trial) {
    List<Expr> turned = new ArrayList<>(trial.conditions());
    Collections.reverse(turned);
    Expr nested = turned.get(0);
    for (Expr operand : turned.subList(1, turned.size())) {
      nested = and(nested, operand);
    }
    Expr all = new Expr.And(trial.conditions());
    seen(trial.truth(all));
    assertThat(trial.truth(nested)).isEqualTo(trial.truth(all));
    assertThat(trial.errors(nested)).isEqualTo(trial.errors(all));
    assertThat(trial.truth(new Expr.Or(turned)))
        .isEqualTo(trial.truth(new Expr.Or(trial.conditions())));
    assertThat(trial.errors(new Expr.Or(turned)))
        .isEqualTo(trial.errors(new Expr.Or(trial.conditions())));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReportMode.OFF)
  void not_ofAnyOperand_turnsTrueAndFalseAndKeepsErrors(@ForAll("trials") Trial trial) {
    List<Expr> all = trial.conditions();
    Expr first = all.get(0);
    Truth truth = trial.truth(first);
    seen(truth);
    assertThat(trial.truth(not(first))).isEqualTo(ORDER.get(2 - ORDER.indexOf(truth)));
    assertThat(trial.truth(not(new Expr.And(all))))
        .isEqualTo(trial.truth(new Expr.Or(all.stream().map(Exprs::not).toList())));
    assertThat(trial.truth(and(first, TRUE))).isEqualTo(truth);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReportMode.OFF)
  void if_ofAnyOperands_isTheChosenBranchOrAnError(@ForAll("trials") Trial trial) {
    List<Expr> all = trial.conditions();
    Expr condition = all.get(0);
    Expr then = all.get(all.size() - 1);
    Expr otherwise = all.get(all.size() / 2);
    Truth chosen =
        switch (trial.truth(condition)) {
          case TRUE -> trial.truth(then);
          case FALSE -> trial.truth(otherwise);
          case ERROR -> Truth.ERROR;
        };
    seen(chosen);
    assertThat(trial.truth(Exprs.iff(condition, then, otherwise))).isEqualTo(chosen);
  }

  /** Over several sets; the body asks for the element and for a condition of its own. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReportMode.OFF)
  void anyEvery_overAnySets_areOrAndAndOfTheBodies(@ForAll("trials") Trial trial) {
    Expr other = trial.conditions().get(0);
    Expr presence = trial.conditions().get(trial.conditions().size() - 1);
    for (boolean every : List.of(true, false)) {
      List<Expr> bodies = new ArrayList<>();
      for (Expr element : trial.elements()) {
        bodies.add(or(Exprs.eq(element, Exprs.n(1)), other));
      }
      Truth set = joined(trial, every, bodies, trial.elements());
      Truth whole = whole(trial, every, presence, set);
      List<Expr.QuantifiedSet> sets =
          List.of(
              new Expr.QuantifiedSet(null, new Expr.SetOf(trial.elements())),
              new Expr.QuantifiedSet(presence, new Expr.SetOf(trial.elements())));
      Expr body = or(Exprs.eq(Exprs.local("x"), Exprs.n(1)), other);
      seen(whole);
      assertThat(trial.truth(new Expr.Quantified(every, "x", sets, body))).isEqualTo(whole);
    }
  }

  /** The bodies joined; an error where the set has no value. */
  private static Truth joined(Trial trial, boolean every, List<Expr> bodies, List<Expr> elements) {
    boolean failed =
        elements.stream()
            .anyMatch(element -> trial.truth(Exprs.eq(element, element)) != Truth.TRUE);
    if (failed) {
      return Truth.ERROR;
    }
    Comparator<Truth> order = every ? BY_ORDER : BY_ORDER.reversed();
    return bodies.stream().map(trial::truth).min(order).orElse(Truth.of(every));
  }

  /** The first set joined with the second, which counts as empty where it is not present. */
  private static Truth whole(Trial trial, boolean every, Expr presence, Truth set) {
    Truth second =
        switch (trial.truth(presence)) {
          case TRUE -> set;
          case FALSE -> Truth.of(every);
          case ERROR -> Truth.ERROR;
        };
    Comparator<Truth> order = every ? BY_ORDER : BY_ORDER.reversed();
    return List.of(set, second).stream().min(order).orElseThrow();
  }
}
