package dev.writ.core.reference;

import dev.writ.core.decision.Remedy;
import dev.writ.core.decision.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tree that tells why a request came to its verdict, and what would change it. */
final class Explanation {

  private Explanation() {}

  /** The explanation; without trials for a request that step 1 refused. */
  static ExplainNode of(Assessment assessment, @Nullable Trials trials) {
    Verdict verdict = assessment.verdict();
    List<ExplainNode> lines = new ArrayList<>();
    String refused = trials == null ? verdict.reason().code() : "passed";
    lines.add(ExplainNode.leaf("1 admission", told(refused, verdict, trials == null)));
    if (trials != null) {
      ExplainTrace trace = new ExplainTrace(SecretNames.of(trials.world().policies().schema()));
      trials.deliberate(trace);
      lines.addAll(trace.lines());
    }
    List<Remedy> remedies = assessment.remedies();
    if (!remedies.isEmpty()) {
      lines.add(
          new ExplainNode(
              "missing",
              "any one of these",
              remedies.stream().map(remedy -> ExplainNode.leaf(text(remedy), "")).toList()));
    }
    List<ExplainNode> pending =
        trials == null ? List.of() : Pending.lines(trials.world(), trials.asked());
    if (!pending.isEmpty()) {
      lines.add(new ExplainNode("waiting for votes", "", pending));
    }
    String place = verdict.place() == null ? "" : " at " + verdict.place();
    return new ExplainNode(verdict.effect().word(), verdict.reason().code() + place, lines);
  }

  private static String told(String outcome, Verdict verdict, boolean refused) {
    return refused && verdict.message() != null ? outcome + ": " + verdict.message() : outcome;
  }

  private static String text(Remedy remedy) {
    return String.join(" and ", remedy.steps().stream().map(Remedy.Step::toString).toList());
  }
}
