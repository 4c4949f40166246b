package dev.writ.bench.row;

import dev.writ.bench.scenario.Scenario;
import dev.writ.bench.scenario.Scenarios;
import dev.writ.core.ir.Bundle;
import dev.writ.core.ir.BundleTrust;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.PolicySetHash;
import dev.writ.core.plan.Program;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** How long policies take to load: from text, from a bundle, and into a program. */
final class LoadRow {
  private static final int ROUNDS = 4;
  private static final long WARM_RULES = 10_000;
  private static final double EVEN = 1.5;

  private LoadRow() {}

  private record Times(double text, double bundle, double program) {}

  static List<Figure> measure(List<Integer> sizes) {
    List<Figure> figures = new ArrayList<>();
    Times smallest = null;
    for (int rules : sizes) {
      Times times = times(Scenarios.statements(rules), rules > WARM_RULES ? 1 : ROUNDS);
      Times first = smallest == null ? times : smallest;
      smallest = first;
      double linear = (double) rules / sizes.get(0);
      figures.add(
          Figure.of("compile %d rules of s4 from text".formatted(rules), "%.0f ms", times.text)
              .target(
                  rules == WARM_RULES ? "under 2 s warm" : "linear: each a rule alike",
                  rules == WARM_RULES
                      ? times.text < 2_000
                      : times.text / first.text < EVEN * linear));
      figures.add(
          Figure.of(
                  "load their bundle",
                  "%.0f ms, %.1f times faster",
                  times.bundle,
                  times.text / times.bundle)
              .target("10 times faster than text", times.text >= 10 * times.bundle));
      figures.add(
          Figure.of("make their program", "%.0f ms", times.program)
              .target("linear", times.program / first.program < EVEN * linear));
    }
    return figures;
  }

  /** Sets of rules that are hard to index: from text to a program that decides. */
  static List<Figure> measureHostile() {
    List<Figure> figures = new ArrayList<>();
    for (String kind : List.of("or", "range", "glob")) {
      double first = Double.MAX_VALUE;
      for (int rules : new int[] {100, 1_000, 10_000}) {
        Scenario scenario = Scenarios.make("hostile-" + kind + "-" + rules);
        double millis = millis(() -> loaded(scenario), ROUNDS);
        first = Math.min(first, millis / rules);
        figures.add(
            Figure.of("load hostile-%s-%d".formatted(kind, rules), "%.0f ms", millis)
                .target(
                    rules == 10_000 ? "linear; under 5 s" : "linear",
                    millis < 5_000 && millis / rules < EVEN * first));
      }
    }
    return figures;
  }

  private static Program loaded(Scenario scenario) {
    PolicySet set = scenario.policies().compile();
    return Program.of(set, PolicySetHash.of(set));
  }

  private static Times times(Scenario scenario, int rounds) {
    PolicySet set = scenario.policies().compile();
    byte[] bundle = Bundle.of(set, 1).write();
    String hash = Bundle.of(set, 1).hash();
    return new Times(
        millis(() -> scenario.policies().compile(), rounds),
        millis(() -> Bundle.read(bundle, BundleTrust.inAnybody()), rounds),
        millis(() -> Program.of(set, hash), rounds));
  }

  /** The fastest of several rounds, by the processor's clock. */
  private static double millis(Supplier<Object> work, int rounds) {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < rounds; round++) {
      long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      Object made = work.get();
      long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from;
      if (made == work) {
        throw new AssertionError("nothing was made");
      }
      best = Math.min(best, spent / 1e6);
    }
    return best;
  }
}
