package dev.writ.bench.row;

import dev.writ.bench.scenario.Scenarios;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.PolicySetHash;
import dev.writ.core.plan.Program;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a program keeps in memory for each rule, once the set it was made of is let go. */
final class MemoryRow {
  private MemoryRow() {}

  /** What is held while the heap is looked at. */
  private static final class Kept {
    private @Nullable PolicySet set;
    private @Nullable Program program;

    /** Makes the program; the result is how long that took, in seconds of the processor. */
    double make() {
      long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      PolicySet of = Objects.requireNonNull(set, "set");
      program = Program.of(of, PolicySetHash.of(of));
      return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from) / 1e9;
    }
  }

  static List<Figure> measure(int rules) {
    long before = Heap.usedAfterCollection();
    Kept kept = new Kept();
    kept.set = Scenarios.roles(rules).policies().set();
    long withSet = Heap.usedAfterCollection();
    double seconds = kept.make();
    long withBoth = Heap.usedAfterCollection();
    kept.set = null;
    long withProgram = Heap.usedAfterCollection();
    if (kept.program == null) {
      throw new AssertionError("no program was made");
    }
    double each = (double) (withProgram - before) / rules;
    return List.of(
        Figure.of("program alone, %d rules of s2".formatted(rules), "%.0f B a rule", each)
            .target("under 200 B a rule", each < 200),
        Figure.of(
            "set alone; set and program",
            "%.0f; %.0f B a rule",
            (double) (withSet - before) / rules,
            (double) (withBoth - before) / rules),
        Figure.of("hash and program made in", "%.1f s", seconds));
  }
}
