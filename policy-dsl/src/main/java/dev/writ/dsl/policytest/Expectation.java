package dev.writ.dsl.policytest;

import dev.writ.core.decision.Decision;
import dev.writ.core.decision.Obligation;
import dev.writ.core.decision.Remedy;
import dev.writ.core.decision.Verdict;
import dev.writ.core.model.JsonWriter;
import dev.writ.core.model.ValueJson;
import dev.writ.dsl.check.CheckedStatement.Expect;
import dev.writ.dsl.check.CheckedStatement.ExpectedObligation;
import dev.writ.dsl.check.CheckedStatement.RemedyStep;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Compares a decision with what a test expects of it. What is not stated is not compared. */
final class Expectation {
  private final Expect expected;
  private final Decision decision;
  private final Verdict verdict;
  private final Place place;
  private final String why;
  private final List<Mismatch> mismatches = new ArrayList<>();

  private Expectation(Expect expected, Decision decision, Place place, String why) {
    this.expected = expected;
    this.decision = decision;
    this.verdict = decision.verdict();
    this.place = place;
    this.why = why;
  }

  /**
   * What is not as expected. Where effect or reason differ, only that is told.
   *
   * @param place where it is expected
   * @param why what an operator is told
   */
  static List<Mismatch> compare(Expect expected, Decision decision, Place place, String why) {
    Expectation comparison = new Expectation(expected, decision, place, why);
    comparison.outcome();
    if (comparison.mismatches.isEmpty()) {
      comparison.rules();
      comparison.obligations();
      comparison.remedies();
    }
    return List.copyOf(comparison.mismatches);
  }

  private void miss(String wanted, String got) {
    mismatches.add(new Mismatch(place, wanted, got, why));
  }

  private void outcome() {
    String reason = expected.reason();
    boolean effect = decision.wouldPermit() == expected.permit();
    if (!effect || (reason != null && !reason.equals(verdict.reason().code()))) {
      miss(
          (expected.permit() ? "permit" : "deny") + (reason == null ? "" : " " + reason),
          verdict.effect().word() + " " + verdict.reason().code());
    }
  }

  private void rules() {
    for (String rule : expected.rules()) {
      if (!verdict.rules().contains(rule)) {
        miss("rule `" + rule + "`", listed("rules", verdict.rules()));
      }
    }
  }

  private void obligations() {
    for (ExpectedObligation wanted : expected.obligations()) {
      Obligation obligation = new Obligation(wanted.kind(), wanted.arguments());
      if (!verdict.obligations().contains(obligation)) {
        List<String> got = verdict.obligations().stream().map(Expectation::text).toList();
        miss("obligation `" + text(obligation) + "`", listed("obligations", got));
      }
    }
  }

  private void remedies() {
    List<Remedy> remedies = decision.remedies();
    String got = listed("remedies", remedies.stream().map(Expectation::text).toList());
    for (List<RemedyStep> steps : expected.remedies()) {
      Remedy remedy = new Remedy(steps.stream().map(Expectation::step).toList());
      if (!remedies.contains(remedy)) {
        miss("remedy `" + text(remedy) + "`", got);
      }
    }
    if (expected.noRemedy() && !remedies.isEmpty()) {
      miss("no remedy", got);
    }
  }

  private static Remedy.Step step(RemedyStep step) {
    Remedy.Kind kind =
        switch (step.kind()) {
          case GRANT -> Remedy.Kind.GRANT;
          case APPROVAL -> Remedy.Kind.APPROVAL;
          case CONFIRMATION -> Remedy.Kind.CONFIRMATION;
        };
    return new Remedy.Step(kind, step.id());
  }

  private static String listed(String what, List<String> items) {
    return items.isEmpty() ? "no " + what : what + " `" + String.join("`, `", items) + "`";
  }

  private static String text(Remedy remedy) {
    return remedy.steps().stream().map(Remedy.Step::toString).collect(Collectors.joining(" and "));
  }

  private static String text(Obligation obligation) {
    return obligation.name()
        + obligation.arguments().stream()
            .map(value -> JsonWriter.canonical(ValueJson.toJson(value)))
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
