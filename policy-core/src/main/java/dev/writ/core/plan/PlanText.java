package dev.writ.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the rules of a slice are found by, in words for people. */
final class PlanText {
  private PlanText() {}

  /** For example {@code 1 rule}, {@code 3,000 rules}. */
  static String count(int number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }

  /** The plan of a slice. */
  static String of(SliceProgram program) {
    List<String> parts = new ArrayList<>();
    SliceIndex index = program.index();
    parts.add(count(program.rules().size(), "rule"));
    if (index.shapes == null || index.masks.size() > 0) {
      parts.add("masks of " + index.masks.describe());
    }
    if (index.shapes != null) {
      parts.add(index.shapes.describe());
    }
    if (index.guards > 0) {
      parts.add(count(index.guards, "guard"));
    }
    if (program.asks().asksConsent()) {
      parts.add("asks for consent");
    }
    return String.join("; ", parts);
  }
}
