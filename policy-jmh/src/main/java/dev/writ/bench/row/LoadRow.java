package dev.writ.bench.row;

import dev.writ.bench.scenario.Scenario;
import dev.writ.bench.scenario.Scenarios;
import dev.writ.core.ir.Bundle;
import dev.writ.core.ir.BundleTrust;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.plan.Program;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** How long policies take to load: from text, from a bundle, and into a program. */
final class LoadRow {
  private static final int ROUNDS = 4;
  private static final long WARM_RULES = 10_000;

  private LoadRow() {}

  private record Times(double text, double bundle, double program) {}

  static List<Figure> measure(List<Integer> sizes) {
    List<Figure> figures = new ArrayList<>();
    Times smallest = null;
    for (int rules : sizes) {
      Times times = times(Scenarios.statements(rules));
      Times first = smallest == null ? times : smallest;
      smallest = first;
      double linear = (double) rules / sizes.get(0);
      figures.add(
          Figure.of("compile %d rules from text".formatted(rules), "%.0f ms", times.text)
              .target(
                  rules == WARM_RULES ? "under 2 s warm" : "linear: each a rule alike",
                  rules == WARM_RULES
                      ? times.text < 2_000
                      : times.text / first.text < 1.5 * linear));
      figures.add(
          Figure.of(
                  "load their bundle",
                  "%.0f ms, %.1f times faster",
                  times.bundle,
                  times.text / times.bundle)
              .target("10 times faster than text", times.text >= 10 * times.bundle));
      figures.add(
          Figure.of("make their program", "%.0f ms", times.program)
              .target("linear", times.program / first.program < 1.5 * linear));
    }
    return figures;
  }

  private static Times times(Scenario scenario) {
    PolicySet set = scenario.policies().compile();
    byte[] bundle = Bundle.of(set, 1).write();
    String hash = Bundle.of(set, 1).hash();
    return new Times(
        millis(() -> scenario.policies().compile()),
        millis(() -> Bundle.read(bundle, BundleTrust.inAnybody())),
        millis(() -> Program.of(set, hash)));
  }

  /** The fastest of several rounds, by the processor's clock. */
  private static double millis(Supplier<Object> work) {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
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
