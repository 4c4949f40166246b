package dev.writ.core.reference;

import static dev.writ.core.reference.Exprs.ARGS;
import static dev.writ.core.reference.Exprs.PRINCIPAL;
import static dev.writ.core.reference.Exprs.TRUE;
import static dev.writ.core.reference.Exprs.and;
import static dev.writ.core.reference.Exprs.arg;
import static dev.writ.core.reference.Exprs.at;
import static dev.writ.core.reference.Exprs.dot;
import static dev.writ.core.reference.Exprs.eq;
import static dev.writ.core.reference.Exprs.has;
import static dev.writ.core.reference.Exprs.in;
import static dev.writ.core.reference.Exprs.instant;
import static dev.writ.core.reference.Exprs.s;
import static dev.writ.core.reference.Rulebook.byAnn;
import static dev.writ.core.reference.Rulebook.byBot;
import static dev.writ.core.reference.Rulebook.readBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.decision.Advice;
import dev.writ.core.decision.Decision;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Expr.Comparison;
import org.junit.jupiter.api.Test;

/** How long a decision holds, when waiting helps, and why it is what it is. */
final class OutlookTest {
  private final Rulebook set = new Rulebook().readable();

  private static long t(String instant) {
    return instant(instant).epochMillis();
  }

  private static Expr before(String instant) {
    return new Expr.NowCompare(Comparison.LT, at(instant));
  }

  @Test
  void validUntil_ofSeveralConditions_isTheEarliestOnAnyView() {
    assertThat(set.assess(byBot()).validUntil()).isEmpty();
    set.permit("late", readBy("User"), before("2026-03-02T15:00:00Z"));
    set.permit("mid", readBy("Agent"), before("2026-03-02T13:00:00Z"));
    set.forbid("past", readBy("User"), before("2026-03-02T09:00:00Z"));
    set.permit(
        "elsewhere",
        Rulebook.slots(java.util.List.of("restart"), Rulebook.BOTH),
        before("2026-03-02T11:00:00Z"));
    assertThat(set.assess(byBot()).validUntil()).hasValue(t("2026-03-02T13:00:00Z"));
    assertThat(set.assess(byAnn()).validUntil()).hasValue(t("2026-03-02T15:00:00Z"));
  }

  @Test
  void validUntil_ofAConditionBehindAFalseOne_countsToo() {
    set.permit("guarded", readBy("User"), and(Exprs.FALSE, before("2026-03-02T12:00:00Z")));
    assertThat(set.assess(byAnn()).validUntil()).hasValue(t("2026-03-02T12:00:00Z"));
  }

  @Test
  void verdict_untilItIsNoLongerValid_staysTheSame() {
    set.zones.add(ZoneTables.of("Europe/Berlin"));
    set.forbid("night", readBy("User"), new Expr.TimeOfDayBetween("Europe/Berlin", 1320, 360));
    long until = set.assess(byAnn()).validUntil().orElseThrow();
    assertThat(until).isEqualTo(t("2026-03-02T21:00:00Z"));
    set.clock = until - 1;
    assertThat(set.decide(byAnn())).isEqualTo("permitted by read");
    set.clock = until;
    assertThat(set.decide(byAnn())).isEqualTo("forbidden by night");
    assertThat(set.assess(byAnn()).retryAt()).hasValue(t("2026-03-03T05:00:00Z"));
  }

  @Test
  void retryAt_whereOnlyALaterChangeHelps_isThatOne() {
    set.forbid("first", readBy("User"), before("2026-03-02T12:00:00Z"));
    set.forbid("second", readBy("User"), before("2026-03-02T14:00:00Z"));
    Assessment assessment = set.assess(byAnn());
    assertThat(assessment.validUntil()).hasValue(t("2026-03-02T12:00:00Z"));
    assertThat(assessment.retryAt()).hasValue(t("2026-03-02T14:00:00Z"));
    Decision decision = assessment.decision("d1", false);
    assertThat(decision.advice()).isEqualTo(Advice.RETRY);
    assertThat(decision.agentMessage())
        .isEqualTo("not permitted now: retry at 2026-03-02T14:00:00Z");
  }

  @Test
  void retryAt_wherePassingTimeDoesNotHelp_isEmpty() {
    set.zones.add(ZoneTables.of("UTC"));
    set.forbid("always", readBy("User"), TRUE);
    set.forbid("night", readBy("User"), new Expr.TimeOfDayBetween("UTC", 1320, 360));
    assertThat(set.assess(byAnn()).retryAt()).isEmpty();
    assertThat(set.assess(byAnn()).decision("d1", false).agentMessage()).isEqualTo("denied");
  }

  @Test
  void refusal_byTheFirstStep_hasNoOutlook() {
    set.permit("late", readBy("User"), before("2026-03-02T15:00:00Z"));
    set.health = Circumstances.Health.STALE;
    Assessment refused = set.assess(byAnn());
    assertThat(refused.validUntil()).isEmpty();
    assertThat(refused.remedies()).isEmpty();
    assertThat(refused.retryAt()).isEmpty();
    assertThat(text(refused.explain(), ""))
        .isEqualTo("deny: stale_state\n 1 admission: stale_state\n");
  }

  @Test
  void explain_ofADecision_showsEachStepRuleAndExpression() {
    set.forbid(
        "no x",
        readBy("User"),
        and(has(ARGS, "why"), eq(arg("why"), s("x")), in(PRINCIPAL, Exprs.c(Town.SRE))));
    assertThat(text(set.assess(byAnn().arg("why", "x")).explain(), ""))
        .isEqualTo(
            """
            deny: forbidden
             1 admission: passed
             2 forbids: true
              no x: true
               args has why and args.why == "x" and principal in Team::"sre": true
                args has why: true
                 args: {…}
                args.why == "x": true
                 args.why: "x"
                  args: {…}
                principal in Team::"sre": true
                 principal: User::"ann"
             3 scopes
             4 permits and grants
              read: true
             5 limits: false
            """);
  }

  @Test
  void explain_ofSecretFields_hidesTheirValues() {
    set.permit("pin", readBy("User"), eq(dot(PRINCIPAL, "pin"), s("1234")));
    String text = text(set.assess(byAnn()).explain(), "");
    assertThat(text).contains("principal.pin: (secret)").doesNotContain("pin: \"1234\"");
    Expr chosen = Exprs.iff(TRUE, dot(PRINCIPAL, "pin"), s(""));
    set.permit("if", readBy("User"), eq(chosen, s("0")));
    assertThat(text(set.assess(byAnn()).explain(), ""))
        .contains("if true then principal.pin else \"\": (secret)");
  }

  @Test
  void explain_ofEveryRequest_comesToTheSameVerdict() {
    ExplainNode root = set.assess(byBot()).explain();
    assertThat(root.label()).isEqualTo("permit");
    assertThat(root.outcome()).isEqualTo("permitted");
    assertThat(root.toJson().members()).containsKeys("label", "outcome", "children");
  }

  private static String text(ExplainNode node, String indent) {
    StringBuilder text = new StringBuilder(indent).append(node.label());
    if (!node.outcome().isEmpty()) {
      text.append(": ").append(node.outcome());
    }
    text.append('\n');
    node.children().forEach(child -> text.append(text(child, indent + " ")));
    return text.toString();
  }
}
