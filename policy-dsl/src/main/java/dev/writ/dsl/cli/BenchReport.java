package dev.writ.dsl.cli;

import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.Schema;
import dev.writ.dsl.bench.BenchResult;
import dev.writ.dsl.bench.Histogram;
import dev.writ.dsl.bench.RuleCost;
import dev.writ.dsl.bench.RuleCosts;
import dev.writ.dsl.bench.SliceCost;
import dev.writ.dsl.report.Cell;
import dev.writ.dsl.report.Column;
import dev.writ.dsl.report.Ink;
import dev.writ.dsl.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was measured, in words.
 *
 * @param policies by what was decided
 * @param asked what was asked
 * @param result what came of it
 */
record BenchReport(PolicySet policies, BenchInput asked, BenchResult result) {
  private static final int SHOWN = 10;

  /** From how many times so many decisions on a percentile is told. */
  private static final int ENOUGH = 10;

  private static final double[] PERCENTS = {50, 90, 99, 99.9, 99.99};

  /** The percentiles that so many figures can tell, by their name, in their order. */
  static Map<Double, Long> percentiles(Histogram times) {
    Map<Double, Long> told = new TreeMap<>();
    for (double percent : PERCENTS) {
      if (percent == 50 || times.count() * (100 - percent) / 100 >= ENOUGH) {
        told.put(percent, times.percentile(percent));
      }
    }
    return told;
  }

  /** {@code p50}, {@code p99.9}. */
  static String name(double percent) {
    return "p"
        + (percent == Math.rint(percent)
            ? String.format(Locale.ROOT, "%.0f", percent)
            : String.valueOf(percent));
  }

  /** What was measured, in one sentence. */
  String subject() {
    return Words.count(asked.questions().size(), "request")
        + " against "
        + Words.count(policies.rules().size(), "rule")
        + ": "
        + Words.count(result.decisions(), "decision")
        + " in "
        + Amounts.nanos(result.nanos())
        + (result.settings().threads() == 1
            ? ""
            : " by " + Words.count(result.settings().threads(), "thread"))
        + ", after "
        + Amounts.nanos(result.settings().warmUp().toNanos())
        + " of warm-up";
  }

  /** What the clock does to the figures. */
  String clock() {
    String reading = Amounts.nanos(result.clockNanos());
    return result.batch() == 1
        ? "a reading of the clock takes " + reading + ", and every duration contains one"
        : "a decision takes little more than a reading of the clock, "
            + reading
            + ": it is read once in "
            + result.batch()
            + " decisions, so every figure is the mean of "
            + result.batch()
            + ", and the highest are levelled";
  }

  /** How many bytes a decision allocates, if that is known. */
  String bytes() {
    return result.bytes().isPresent()
        ? Amounts.whole(result.bytes().getAsDouble()) + " B"
        : "unknown";
  }

  Table slices() {
    return new Table(
        List.of(
            Column.flexible("slice"),
            Column.number("requests"),
            Column.number("mean"),
            Column.number("p99"),
            Column.number("time")),
        result.slices().stream().limit(SHOWN).map(this::row).toList());
  }

  private List<Cell> row(SliceCost slice) {
    return List.of(
        Cell.of(name(slice.slot()), slice.slot() == null ? Ink.WARN : Ink.PLAIN),
        Cell.of(Amounts.whole(slice.questions())),
        Cell.of(Amounts.nanos(slice.times().mean())),
        Cell.of(Amounts.nanos(slice.times().percentile(99))),
        Cell.of(Amounts.share(slice.share())));
  }

  /** The name of a slice, without modules where that leaves no doubt. */
  String name(@Nullable Slot slot) {
    Schema schema = policies.schema();
    return slot == null
        ? "requests that are not valid"
        : shortest(slot.action(), schema.actions().keySet())
            + " by "
            + shortest(slot.principalType(), schema.entityTypes().keySet())
            + " on "
            + shortest(slot.resourceType(), schema.entityTypes().keySet());
  }

  private static String shortest(String name, Set<String> all) {
    String last = last(name);
    return all.stream().filter(each -> last(each).equals(last)).count() == 1 ? last : name;
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  Table rules() {
    return new Table(
        List.of(Column.flexible("rule"), Column.number("speaks on"), Column.number("alone")),
        result.rules().measured().stream().limit(SHOWN).map(this::row).toList());
  }

  private List<Cell> row(RuleCost rule) {
    return List.of(
        Cell.of(rule.rule()), Cell.of(Amounts.whole(rule.questions())), Cell.of(alone(rule)));
  }

  private String alone(RuleCost rule) {
    return tells(rule)
        ? Amounts.nanos(rule.nanos())
        : "< " + Amounts.nanos(Math.max(1, result.rules().noise()));
  }

  /** Whether the cost of a rule is more than noise. */
  boolean tells(RuleCost rule) {
    return rule.nanos() > Math.max(1, result.rules().noise());
  }

  /** What the tables leave out; nothing where they show all. */
  List<String> rest() {
    List<String> rest = new ArrayList<>();
    int slices = result.slices().size() - SHOWN;
    if (slices > 0) {
      rest.add(Words.count(slices, "cheaper slice") + " not shown");
    }
    RuleCosts rules = result.rules();
    int cheaper = rules.measured().size() - SHOWN;
    if (cheaper > 0) {
      rest.add(Words.count(cheaper, "cheaper rule") + " not shown");
    }
    int unmeasured = rules.speaking() - rules.measured().size();
    if (unmeasured > 0) {
      rest.add(
          Words.count(unmeasured, "rule")
              + " with shorter conditions or fewer requests not measured for want of time");
    }
    return rest;
  }
}
