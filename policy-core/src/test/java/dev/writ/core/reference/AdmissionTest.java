package dev.writ.core.reference;

import static dev.writ.core.reference.Exprs.PRINCIPAL;
import static dev.writ.core.reference.Exprs.SESSION;
import static dev.writ.core.reference.Exprs.TRUE;
import static dev.writ.core.reference.Exprs.has;
import static dev.writ.core.reference.Exprs.n;
import static dev.writ.core.reference.Rulebook.byAnn;
import static dev.writ.core.reference.Rulebook.byBot;
import static dev.writ.core.reference.Rulebook.may;
import static dev.writ.core.reference.Rulebook.pattern;
import static dev.writ.core.reference.Rulebook.readBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.authority.Suspension;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.Rule.RuleEffect;
import dev.writ.core.model.BoolValue;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.Request;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Step 1 of a decision: what keeps a request from being looked at. */
final class AdmissionTest {
  private final Rulebook set = new Rulebook().readable();

  private void is(String expected, Request request) {
    assertThat(set.decide(request)).isEqualTo(expected);
  }

  private void suspend(EntityId who) {
    set.state.put(new Suspension(who, Town.BEA, "/Agent", 0));
  }

  @Test
  void request_thatIsWhole_passes() {
    is("permitted by read", byAnn());
    is("permitted by read", byBot());
  }

  @Test
  void request_thatDoesNotFitTheSchema_isInvalid() {
    is("invalid_request at principal", Request.of(Town.GHOST, "read", Town.LEDGER));
    is("invalid_request at action", Request.of(Town.ANN, "paint", Town.LEDGER));
    is("invalid_request at chain[0]", byBot().onBehalfOf(Town.BOT));
    is("invalid_request at args.colour", byAnn().arg("colour", "red"));
    is("invalid_request at args.amount", byAnn().arg("amount", "3"));
  }

  @Test
  void session_thatIsUnknownOrOfAnotherOriginOrBroken_isInvalid() {
    is("invalid_request at session", byAnn().session("s1"));
    set.session("s1", Town.BEA, Map.of());
    is("invalid_request at session", byAnn().session("s1"));
    set.session("s1", Town.ANN, Map.of("mfa", BoolValue.TRUE));
    is("permitted by read", byAnn().session("s1"));
    is("permitted by read", byBot().session("s1"));
    set.session("s1", Town.ANN, Map.of("mfa", new IntValue(1)));
    is("invalid_request at session.mfa", byAnn().session("s1"));
    set.session("s1", Town.ANN, Map.of("level", new IntValue(1)));
    is("invalid_request at session.level", byAnn().session("s1"));
  }

  @Test
  void ports_thatCannotBeReliedOn_denyInOrder() {
    set.health = Circumstances.Health.UNAVAILABLE;
    is("unavailable", byAnn());
    is("invalid_request at session", byAnn().session("none"));
    set.health = Circumstances.Health.STALE;
    is("stale_state", byAnn());
    suspend(Town.ANN);
    is("stale_state", byAnn());
  }

  @Test
  void state_aheadOfTheClock_isTakenAsNowUpToTheSkew() {
    set.state.at(1, set.clock + 5_000);
    is("permitted by read", byAnn());
    assertThat(set.assess(byAnn()).nowMillis()).isEqualTo(set.clock + 5_000);
    set.state.at(1, set.clock + 5_001);
    is("stale_state", byAnn());
    set.clock = Long.MIN_VALUE;
    is("stale_state", byAnn());
  }

  @Test
  void member_suspendedItselfOrByAGroup_isSuspended() {
    suspend(Town.BEA);
    is("permitted by read", byBot());
    suspend(Town.ANN);
    is("suspended at User::\"ann\"", byAnn());
    is("suspended at User::\"ann\"", byBot());
    suspend(Town.ENG);
    is("suspended at Agent::\"bot\"", byBot());
  }

  @Test
  void member_whoseGroupsCannotBeTold_isSuspendedByAnySuspension() {
    Request byLoop = Request.of(Town.LOOP, "read", Town.LEDGER).onBehalfOf(Town.ANN);
    is("permitted by read", byLoop);
    suspend(Town.BEA);
    is("suspended at Agent::\"loop\"", byLoop);
  }

  @Test
  void session_namedByARuleScopeLimitOrLabelThatSpans_isRequired() {
    set.permit("mfa", readBy("Agent"), has(SESSION, "mfa"));
    is("permitted by read", byAnn());
    is("session_required by mfa", byBot());
    set.scope("bound", pattern("User"), null, false, may(has(SESSION, "mfa")));
    is("session_required by bound", byAnn());
    set.label("seen", readBy("User"), TRUE);
    is("session_required by bound, seen", byAnn());
    set.limit(
        "few",
        5,
        new Limit.Window.Rolling(60_000),
        new Limit.LimitCase(readBy("User"), TRUE, Exprs.FALSE, n(1), new Limit.Key.SessionKey()));
    set.limit("life", 5, new Limit.Window.SessionLife(), Rulebook.each(PRINCIPAL));
    is("session_required by bound, few, life, seen", byAnn());
    is("session_required by bound, few, life, mfa, seen", byBot());
    set.session("s1", Town.ANN, Map.of("mfa", BoolValue.TRUE));
    is("permitted by read", byAnn().session("s1"));
  }

  @Test
  void member_suspended_isToldBeforeAMissingSession() {
    set.permit("mfa", readBy("User"), has(SESSION, "mfa"));
    is("session_required by mfa", byAnn());
    suspend(Town.ANN);
    is("suspended at User::\"ann\"", byAnn());
  }

  @Test
  void session_namedUnderObserveAlone_isNotRequired() {
    set.rule("watch", RuleEffect.FORBID, true, readBy("User"), has(SESSION, "mfa"), null);
    set.limit(
        "watched",
        true,
        5,
        new Limit.Window.Rolling(60_000),
        new Limit.LimitCase(readBy("User"), TRUE, Exprs.FALSE, n(1), new Limit.Key.SessionKey()));
    is("permitted by read", byAnn());
    assertThat(set.verdict(byAnn()).observed().toString())
        .contains("rule=watch, truth=ERROR", "rule=watched, truth=ERROR");
  }
}
