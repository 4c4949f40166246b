package dev.writ.core.decision;

import dev.writ.core.model.InstantValue;
import dev.writ.core.model.JsonWriter;
import dev.writ.core.model.ValueJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an operator is told: everything, one fact a line. */
final class OperatorText {

  private OperatorText() {}

  static String of(Decision decision) {
    Verdict verdict = decision.verdict();
    List<String> lines = new ArrayList<>();
    lines.add(headline(decision));
    if (verdict.message() != null) {
      lines.add("message: " + verdict.message());
    }
    add(lines, "because", decision.because());
    add(lines, "rules", verdict.rules());
    add(lines, "errors", verdict.errors().stream().map(OperatorText::error).toList());
    add(lines, "observed", verdict.observed().stream().map(OperatorText::observed).toList());
    add(lines, "obligations", verdict.obligations().stream().map(OperatorText::text).toList());
    add(lines, "remedies", decision.remedies().stream().map(OperatorText::remedy).toList());
    decision.validUntil().ifPresent(t -> lines.add("valid until: " + instant(t)));
    decision.retryAt().ifPresent(t -> lines.add("permitted from: " + instant(t)));
    lines.add(
        "decision: %s at %s, state %d, entities %s, policy set %s"
            .formatted(
                decision.id(),
                instant(decision.nowMillis()),
                decision.position(),
                decision.entityVersion(),
                verdict.policySet()));
    return String.join("\n", lines);
  }

  private static String headline(Decision decision) {
    Verdict verdict = decision.verdict();
    String advisory = decision.wouldPermit() && !decision.permitted() ? " (advisory)" : "";
    String place = verdict.place() == null ? "" : " at " + verdict.place();
    return verdict.effect().word() + advisory + ": " + verdict.reason().code() + place;
  }

  private static void add(List<String> lines, String title, List<String> items) {
    if (!items.isEmpty()) {
      lines.add(title + ": " + String.join("; ", items));
    }
  }

  private static String error(EvaluationError error) {
    return error.rule() + ": " + error.kind() + ": " + error.detail();
  }

  private static String observed(Observation observation) {
    return observation.rule() + ": " + observation.truth().name().toLowerCase(Locale.ROOT);
  }

  private static String text(Obligation obligation) {
    return obligation.name()
        + obligation.arguments().stream()
            .map(value -> JsonWriter.canonical(ValueJson.toJson(value)))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String remedy(Remedy remedy) {
    return remedy.steps().stream().map(Remedy.Step::toString).collect(Collectors.joining(" and "));
  }

  private static String instant(long millis) {
    return new InstantValue(millis).text();
  }
}
