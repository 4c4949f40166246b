package dev.writ.bench.row;

import dev.writ.bench.scenario.Scenarios;
import dev.writ.core.ir.Bundle;
import dev.writ.core.ir.BundleException;
import dev.writ.core.ir.BundleTrust;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.PolicySetHash;
import dev.writ.core.plan.Program;
import java.util.ArrayList;
import java.util.List;

/**
 * A million rules of s2: from text, and from a bundle, to a program that decides. The text is
 * compiled for a part of them only, and counted as often as it takes, unless {@code million.text}
 * is true: compiling all takes minutes and gigabytes.
 */
final class MillionRow {
  private static final int RULES = 1_000_000;
  private static final int PART = 100_000;

  private MillionRow() {}

  static List<Figure> measure() {
    List<Figure> figures = new ArrayList<>();
    PolicySet set = Scenarios.roles(RULES).policies().set();
    Clock program = new Clock();
    Program made = Program.of(set, PolicySetHash.of(set));
    double seconds = program.seconds();
    int slices = made.describe().size();
    boolean whole = Boolean.getBoolean("million.text");
    int compiled = whole ? RULES : PART;
    Clock text = new Clock();
    int rules = Scenarios.roles(compiled).policies().compile().rules().size();
    double fromText = text.seconds() * RULES / rules + seconds;
    figures.add(
        Figure.of(
                "a million rules (%d slice), from text%s"
                    .formatted(slices, whole ? "" : ", ten times a hundred thousand"),
                "%.0f s",
                fromText)
            .target("under 30 s", fromText < 30));
    figures.add(Figure.of("of that hash and program", "%.1f s", seconds));
    figures.add(bundle(set, seconds));
    return figures;
  }

  private static Figure bundle(PolicySet set, double program) {
    byte[] bundle = Bundle.of(set, 1).write();
    String what = "a million rules, from a bundle of %d MB".formatted(bundle.length >> 20);
    Clock clock = new Clock();
    try {
      int rules = Bundle.read(bundle, BundleTrust.inAnybody()).policySet().rules().size();
      double seconds = clock.seconds() + program * rules / RULES;
      return Figure.of(what, "%.1f s", seconds).target("under 2 s", seconds < 2);
    } catch (BundleException e) {
      return Figure.of(what, "refused: %s", e.reason()).target("under 2 s", false);
    }
  }
}
