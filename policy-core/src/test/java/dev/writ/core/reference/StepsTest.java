package dev.writ.core.reference;

import static dev.writ.core.reference.Exprs.ERR;
import static dev.writ.core.reference.Exprs.FALSE;
import static dev.writ.core.reference.Exprs.PRINCIPAL;
import static dev.writ.core.reference.Exprs.TRUE;
import static dev.writ.core.reference.Exprs.c;
import static dev.writ.core.reference.Exprs.dot;
import static dev.writ.core.reference.Exprs.eq;
import static dev.writ.core.reference.Exprs.has;
import static dev.writ.core.reference.Exprs.id;
import static dev.writ.core.reference.Exprs.in;
import static dev.writ.core.reference.Exprs.n;
import static dev.writ.core.reference.Exprs.s;
import static dev.writ.core.reference.Rulebook.byAnn;
import static dev.writ.core.reference.Rulebook.byBot;
import static dev.writ.core.reference.Rulebook.call;
import static dev.writ.core.reference.Rulebook.may;
import static dev.writ.core.reference.Rulebook.mayAsDelegate;
import static dev.writ.core.reference.Rulebook.pattern;
import static dev.writ.core.reference.Rulebook.readBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Rule.RuleEffect;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import org.junit.jupiter.api.Test;

/** Steps 2 to 4 and 6 of a decision, and what is in the verdict. */
final class StepsTest {
  private final Rulebook set = new Rulebook();

  private void is(String expected, Request request) {
    assertThat(set.decide(request)).isEqualTo(expected);
  }

  private static Request byHelperForBot() {
    return Request.of(Town.HELPER, "read", Town.LEDGER).onBehalfOf(Town.BOT, Town.ANN);
  }

  // Step 2

  @Test
  void forbid_trueOnAnyView_forbids() {
    set.readable().forbid("no ann", readBy("User"), eq(PRINCIPAL, c(Town.ANN)));
    is("forbidden by no ann", byAnn());
    is("forbidden by no ann", byBot());
    is("permitted by read", Request.of(Town.BEA, "read", Town.LEDGER));
  }

  @Test
  void forbid_whoseHeadSpansNoView_saysNothing() {
    set.readable().forbid("no agents", readBy("Agent"), TRUE);
    is("permitted by read", byAnn());
    is("forbidden by no agents", byBot());
  }

  @Test
  void forbids_thatErr_takeEffectAndGiveTheReasonOnlyAlone() {
    set.readable().forbid("unclear", readBy("User"), ERR);
    is("evaluation_error by unclear", byAnn());
    set.forbid("clear", readBy("User"), TRUE).forbid("idle", readBy("User"), FALSE);
    is("forbidden by clear, unclear", byAnn());
  }

  // Step 3

  @Test
  void agent_withoutAScopeThatApplies_isOutOfScope() {
    set.permit("all", readBy("Agent", "User"), TRUE);
    is("permitted by all", byAnn());
    is("out_of_scope at Agent::\"bot\"", byBot());
    set.scope("pay team", pattern("Agent", id("Team", "pay")), null, false, may(TRUE));
    is("out_of_scope at Agent::\"bot\"", byBot());
    set.scope("sre", pattern("Agent", Town.SRE), null, false, may(TRUE));
    is("permitted by all", byBot());
  }

  @Test
  void scopes_thatApply_intersectAndTheirClausesAreAlternatives() {
    set.permit("all", readBy("Agent", "User"), TRUE);
    set.scope("one", pattern("Agent"), null, false, may(FALSE), may(ERR), may(TRUE));
    is("permitted by all", byBot());
    set.scope("two", pattern("Agent"), null, false, may(ERR));
    set.scope("three", pattern("Agent"), null, false);
    is("out_of_scope at Agent::\"bot\" by three, two", byBot());
  }

  @Test
  void scope_forPeople_boundsThemToo() {
    set.permit("all", readBy("Agent", "User"), TRUE);
    set.scope("bots", pattern("Agent"), null, false, may(TRUE));
    set.scope("people", pattern("User", Town.SRE), null, false, may(FALSE));
    is("out_of_scope at User::\"ann\" by people", byAnn());
    is("out_of_scope at User::\"ann\" by people", byBot());
    is("permitted by all", Request.of(Town.BEA, "read", Town.LEDGER));
  }

  @Test
  void scope_whoseForOrGuardErrs_denies() {
    set.permit("all", readBy("Agent", "User"), TRUE);
    set.scope("sre", pattern("Agent", Town.SRE), null, false, may(TRUE));
    is("out_of_scope at Agent::\"lost\" by sre", Request.of(Town.LOST, "read", Town.LEDGER));
    set.scope("guarded", pattern("Agent"), Town.PAY, false, may(TRUE));
    is("permitted by all", byBot());
    is(
        "out_of_scope at Agent::\"bot\" by guarded",
        Request.of(Town.BOT, "read", Town.NOWHERE).onBehalfOf(Town.ANN));
  }

  @Test
  void scope_outsideItsGuard_doesNotApply() {
    set.permit("all", readBy("Agent", "User"), TRUE);
    set.scope("sre", pattern("Agent", Town.SRE), null, false, may(TRUE));
    set.scope("guarded", pattern("Agent"), id("System", "other"), false, may(FALSE));
    is("permitted by all", byBot());
  }

  @Test
  void scope_onlyAsDelegate_keepsOutWhoActsAlone() {
    set.permit("all", readBy("Agent", "User"), TRUE);
    set.scope("bots", pattern("Agent"), null, true, may(TRUE));
    is("permitted by all", byBot());
    is("out_of_scope at Agent::\"bot\" by bots", Request.of(Town.BOT, "read", Town.LEDGER));
  }

  @Test
  void outOfScope_ofSeveralMembers_isToldOfTheLowest() {
    set.permit("all", readBy("Agent", "User"), TRUE);
    set.scope("bots", pattern("Agent"), null, false, may(eq(PRINCIPAL, c(Town.HELPER))));
    set.scope("people", pattern("User"), null, false, may(FALSE));
    is("out_of_scope at Agent::\"bot\" by bots", byHelperForBot());
  }

  // Step 4

  @Test
  void permit_onEveryView_isNeeded() {
    set.scope("bots", pattern("Agent"), null, false, may(TRUE));
    is("no_permit at Agent::\"bot\"", byBot());
    set.permit("agents", readBy("Agent"), TRUE);
    is("delegate_denied at User::\"ann\"", byBot());
    set.permit("people", readBy("User"), TRUE);
    is("permitted by agents, people", byBot());
  }

  @Test
  void permit_thatErrs_doesNotPermit() {
    set.permit("unclear", readBy("User"), ERR);
    is("no_permit at User::\"ann\"", byAnn());
    assertThat(set.verdict(byAnn()).errors().toString()).contains("rule=unclear, kind=overflow");
  }

  @Test
  void mayAsDelegate_inEveryScopeThatApplies_letsTheDelegatorsPermitStandIn() {
    set.readable();
    is("permitted by read", byBot());
    is("permitted by read", byHelperForBot());
    is("out_of_scope at Agent::\"bot\" by bots", Request.of(Town.BOT, "read", Town.LEDGER));
    set.scope("more", pattern("Agent", Town.SRE), null, false, may(TRUE));
    is("no_permit at Agent::\"bot\"", byBot());
  }

  @Test
  void mayAsDelegate_withoutADelegator_isFalseAndNoError() {
    set.scope("bots", pattern("Agent"), null, false, mayAsDelegate(ERR));
    Request alone = Request.of(Town.BOT, "read", Town.LEDGER);
    is("out_of_scope at Agent::\"bot\" by bots", alone);
    assertThat(set.verdict(alone).errors()).isEmpty();
    assertThat(set.verdict(byBot()).errors()).hasSize(1);
  }

  @Test
  void mayAsDelegate_whereTheOriginMayNot_isOfNoUse() {
    set.scope("bots", pattern("Agent"), null, false, mayAsDelegate(TRUE));
    set.permit("agents", readBy("Agent"), TRUE);
    is("delegate_denied at User::\"ann\"", byBot());
  }

  // The verdict

  @Test
  void obligations_ofDeterminingRules_areInOrderAndOnce() {
    set.scope("bots", pattern("Agent"), null, false, may(TRUE));
    set.permit("b", readBy("Agent", "User"), TRUE, call("log", s("b")), call("count", n(2)));
    set.permit("a", readBy("User"), TRUE, call("log", s("a")), call("count", n(2)));
    set.permit("idle", readBy("User"), FALSE, call("log", s("idle")));
    assertThat(set.verdict(byBot()).obligations().toString())
        .isEqualTo(
            "[Obligation[name=log, arguments=[StringValue[value=a]]],"
                + " Obligation[name=count, arguments=[IntValue[value=2]]],"
                + " Obligation[name=log, arguments=[StringValue[value=b]]]]");
  }

  @Test
  void obligationArguments_thatErr_stopAPermitButNotAForbid() {
    Expr quota = dot(PRINCIPAL, "quota");
    set.scope("bots", pattern("Agent"), null, false, may(TRUE));
    set.permit("people", readBy("User"), TRUE);
    set.permit("agents", readBy("Agent"), TRUE, call("count", quota));
    is("permitted by agents, people", byBot());
    Request byHelper = Request.of(Town.HELPER, "read", Town.LEDGER).onBehalfOf(Town.ANN);
    is("no_permit at Agent::\"helper\"", byHelper);
    set.forbid("no", readBy("Agent"), TRUE, call("count", quota), call("log", s("x")));
    is("forbidden by no", byHelper);
    assertThat(set.verdict(byHelper).obligations().toString())
        .isEqualTo("[Obligation[name=log, arguments=[StringValue[value=x]]]]");
  }

  @Test
  void errors_ofEveryStep_areListedWhicheverDecides() {
    set.readable();
    set.forbid("f", readBy("User"), TRUE).forbid("g", readBy("User"), ERR);
    set.permit("p", readBy("User"), in(c(Town.GHOST), c(Town.SRE)));
    set.scope("sc", pattern("User"), null, false, may(in(c(Town.LOOP), c(Town.SRE))));
    assertThat(set.verdict(byAnn()).errors())
        .extracting(error -> error.rule() + " " + error.kind())
        .containsExactly("g overflow", "p unknown_entity", "sc hierarchy_cycle");
  }

  @Test
  void observed_rules_areListedAndEnterNoDecision() {
    set.readable();
    set.rule("would forbid", RuleEffect.FORBID, true, readBy("User"), TRUE, null);
    set.rule("would err", RuleEffect.PERMIT, true, readBy("User"), ERR, null);
    set.rule("elsewhere", RuleEffect.FORBID, true, readBy("Agent"), TRUE, null);
    is("permitted by read", byAnn());
    assertThat(set.verdict(byAnn()).observed().toString())
        .isEqualTo(
            "[Observation[rule=would err, truth=ERROR],"
                + " Observation[rule=would forbid, truth=TRUE]]");
  }

  @Test
  void because_ofDeterminingRules_isTold() {
    set.readable();
    set.rule("f", RuleEffect.FORBID, false, readBy("User"), TRUE, "it is frozen");
    set.rule("g", RuleEffect.FORBID, false, readBy("User"), FALSE, "it is late");
    assertThat(set.assess(byAnn()).because()).containsExactly("it is frozen");
  }

  @Test
  void verdicts_ofTheSameRequest_areEqualByteForByte() {
    set.readable().forbid("x", readBy("User"), has(PRINCIPAL, "oncall"), call("log", s("x")));
    EntityId ann = Town.ANN;
    assertThat(set.verdict(byBot()).toCanonicalJson())
        .isEqualTo(set.verdict(byBot()).toCanonicalJson())
        .contains("\"reason\":\"forbidden\"")
        .doesNotContain(ann.id());
  }
}
