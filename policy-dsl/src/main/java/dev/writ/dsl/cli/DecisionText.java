package dev.writ.dsl.cli;

import dev.writ.core.decision.Decision;
import dev.writ.core.decision.Obligation;
import dev.writ.core.decision.Remedy;
import dev.writ.core.decision.Verdict;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.InstantValue;
import dev.writ.core.model.JsonWriter;
import dev.writ.core.model.Request;
import dev.writ.core.model.ValueJson;
import dev.writ.dsl.report.Ink;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows one decision to a person. */
final class DecisionText {
  private static final int TITLE = 15;

  private final Output out;

  DecisionText(Output out) {
    this.out = out;
  }

  void print(Answer answer) {
    Decision decision = answer.decision();
    Verdict verdict = decision.verdict();
    out.line(
        out.paint(ink(decision), word(decision)) + "  " + out.paint(Ink.STRONG, answer.title()));
    String place = verdict.place() == null ? "" : " at " + verdict.place();
    line("reason", verdict.reason().code() + place);
    lines("because", decision.because());
    lines("", verdict.message() == null ? List.of() : List.of(verdict.message()));
    line("agent is told", decision.agentMessage());
    lines("rules", verdict.rules());
    lines("remedies", decision.remedies().stream().map(DecisionText::of).toList());
    lines("obligations", verdict.obligations().stream().map(DecisionText::of).toList());
    lines(
        "errors",
        verdict.errors().stream()
            .map(e -> e.rule() + ": " + e.kind() + ": " + e.detail())
            .toList());
    lines(
        "observed",
        verdict.observed().stream()
            .map(o -> o.rule() + " would be " + o.truth().name().toLowerCase(Locale.ROOT))
            .toList());
    decision.validUntil().ifPresent(instant -> line("valid until", instant(instant)));
    decision.retryAt().ifPresent(instant -> line("permitted at", instant(instant)));
  }

  /** {@code PERMIT}, {@code DENY}, or that a permit must be authorised first. */
  static String word(Decision decision) {
    return decision.permitted()
        ? "PERMIT"
        : decision.wouldPermit() ? "PERMIT once authorised" : "DENY";
  }

  static Ink ink(Decision decision) {
    return decision.permitted() ? Ink.GOOD : decision.wouldPermit() ? Ink.WARN : Ink.BAD;
  }

  /** Who does what on what, and for whom. */
  static String of(Request request) {
    String chain =
        request.chain().isEmpty()
            ? ""
            : " for "
                + request.chain().stream()
                    .map(EntityId::toString)
                    .collect(Collectors.joining(", "));
    return Visible.of(
        request.action() + " by " + request.principal() + chain + " on " + request.resource());
  }

  static String of(Obligation obligation) {
    return obligation.name()
        + obligation.arguments().stream()
            .map(value -> JsonWriter.canonical(ValueJson.toJson(value)))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  static String of(Remedy remedy) {
    return remedy.steps().stream().map(Remedy.Step::toString).collect(Collectors.joining(" and "));
  }

  private static String instant(long millis) {
    return new InstantValue(millis).text();
  }

  private void lines(String title, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      line(i == 0 ? title : "", texts.get(i));
    }
  }

  private void line(String title, String text) {
    String padding = " ".repeat(TITLE - title.length());
    out.line("  " + out.paint(Ink.FAINT, title) + padding + Visible.of(text));
  }
}
