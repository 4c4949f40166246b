package dev.writ.core.decision;

import dev.writ.core.model.InstantValue;
import dev.writ.core.model.JsonWriter;
import dev.writ.core.model.ValueJson;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an operator is told: everything, one fact a line. */
final class OperatorText {

  private OperatorText() {}

  static String of(Decision decision) {
    Verdict verdict = decision.verdict();
    StringBuilder text = new StringBuilder(320).append(headline(decision));
    if (verdict.message() != null) {
      text.append("\nmessage: ").append(verdict.message());
    }
    add(text, "because", decision.because(), sentence -> sentence);
    add(text, "rules", verdict.rules(), rule -> rule);
    add(text, "errors", verdict.errors(), OperatorText::error);
    add(text, "observed", verdict.observed(), OperatorText::observed);
    add(text, "obligations", verdict.obligations(), OperatorText::text);
    add(text, "remedies", decision.remedies(), OperatorText::remedy);
    decision.validUntil().ifPresent(t -> text.append("\nvalid until: ").append(instant(t)));
    decision.retryAt().ifPresent(t -> text.append("\npermitted from: ").append(instant(t)));
    return text.append("\ndecision: ")
        .append(decision.id())
        .append(" at ")
        .append(instant(decision.nowMillis()))
        .append(", state ")
        .append(decision.position())
        .append(", entities ")
        .append(decision.entityVersion())
        .append(", policy set ")
        .append(verdict.policySet())
        .toString();
  }

  private static String headline(Decision decision) {
    Verdict verdict = decision.verdict();
    String advisory = decision.wouldPermit() && !decision.permitted() ? " (advisory)" : "";
    String place = verdict.place() == null ? "" : " at " + verdict.place();
    return verdict.effect().word() + advisory + ": " + verdict.reason().code() + place;
  }

  private static <T> void add(
      StringBuilder text, String title, List<T> items, Function<T, String> shown) {
    for (int i = 0; i < items.size(); i++) {
      text.append(i == 0 ? "\n" + title + ": " : "; ").append(shown.apply(items.get(i)));
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
