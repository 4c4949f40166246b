package dev.writ.core.reference;

import static dev.writ.core.reference.Declarations.ALL;
import static dev.writ.core.reference.Declarations.allOf;
import static dev.writ.core.reference.Declarations.approval;
import static dev.writ.core.reference.Declarations.clause;
import static dev.writ.core.reference.Declarations.grant;
import static dev.writ.core.reference.Declarations.slots;
import static dev.writ.core.reference.Scene.BOT;
import static dev.writ.core.reference.Scene.HOUR;
import static dev.writ.core.reference.Scene.MINUTE;
import static dev.writ.core.reference.Scene.NOON;
import static dev.writ.core.reference.Scene.SRE;
import static dev.writ.core.reference.Scene.deploy;
import static dev.writ.core.reference.Scene.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.decision.Advice;
import dev.writ.core.decision.Decision;
import dev.writ.core.decision.Effect;
import dev.writ.core.decision.Obligation;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.decision.Remedy;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.ObligationCall;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import dev.writ.core.model.StringValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole decisions that rest on approvals and grants, from denial to permit and back. */
class AuthorityOutcomeTest {

  private static final Approval TWO = approval("two", allOf(clause(2, SRE)));

  /** Agents may deploy with two votes, or under a grant. */
  private static Scene scene() {
    return new Scene()
        .freeAgents()
        .declare(TWO)
        .declare(grant("jit", Expr.yes(), ALL))
        .permit("people", slots("deploy", "User"), Expr.yes())
        .permit("reviewed", slots("deploy", "Agent"), new Expr.Approved("two"))
        .at(NOON + 5 * MINUTE);
  }

  private static Assessment assess(Scene scene, Request request) {
    return new Reference(scene.policies())
        .assess(
            request,
            new Circumstances(scene.store(), scene.state, scene.now, 0, Circumstances.Health.GOOD),
            DataLimits.DEFAULT);
  }

  private static void vote(Scene scene, String votes) {
    Votes.put(scene, Votes.on(scene, TWO, deploy(), BOT, votes));
  }

  private static String waiting(Assessment assessment) {
    return assessment.explain().children().stream()
        .filter(line -> line.label().equals("waiting for votes"))
        .flatMap(line -> line.children().stream())
        .map(line -> line.label() + ": " + line.outcome())
        .reduce("", String::concat);
  }

  @Test
  void denial_thatAnApprovalOrGrantLifts_saysSoWithoutNamingVoters() {
    Assessment assessment = assess(scene(), deploy());
    assertThat(assessment.verdict().reason()).isEqualTo(ReasonCode.NO_PERMIT);
    assertThat(assessment.remedies())
        .containsExactly(
            new Remedy(List.of(new Remedy.Step(Remedy.Kind.APPROVAL, "two"))),
            new Remedy(List.of(new Remedy.Step(Remedy.Kind.GRANT, "jit"))));
    Decision decision = assessment.decision("d", false);
    assertThat(decision.advice()).isEqualTo(Advice.ASK);
    assertThat(decision.agentMessage())
        .isEqualTo("not permitted as it stands: ask for approval `two`, or grant `jit`");
  }

  @Test
  void approval_voteByVote_leadsToAPermitThatSpendsIt() {
    Scene scene = scene();
    vote(scene, "bo@1");
    Assessment one = assess(scene, deploy());
    assertThat(one.verdict().effect()).isEqualTo(Effect.DENY);
    assertThat(waiting(one)).startsWith("two, open as a-two: 1 more for `");
    vote(scene, "bo@1 cy@2");
    Assessment both = assess(scene, deploy());
    assertThat(both.verdict().effect()).isEqualTo(Effect.PERMIT);
    assertThat(both.verdict().rules()).containsExactly("people", "reviewed");
    assertThat(both.effects().spending().approvals()).containsExactly("a-two");
    assertThat(both.consuming()).isTrue();
    assertThat(both.decision("d", both.consuming()).permitted()).isFalse();
    assertThat(waiting(both)).isEmpty();
    Scene after = scene();
    after.state = both.effects().applyTo(scene.state, scene.now);
    assertThat(assess(after, deploy()).verdict().effect()).isEqualTo(Effect.DENY);
  }

  @Test
  void approval_whenItLapses_isTheEndOfTheDecision() {
    Scene scene = scene();
    vote(scene, "bo@1 cy@2");
    long until = assess(scene, deploy()).validUntil().orElseThrow();
    assertThat(until).isEqualTo(NOON + 2 * MINUTE + TWO.validForMillis());
    scene.at(until - 1);
    assertThat(assess(scene, deploy()).verdict().effect()).isEqualTo(Effect.PERMIT);
    scene.at(until);
    assertThat(assess(scene, deploy()).verdict().effect()).isEqualTo(Effect.DENY);
  }

  @Test
  void grant_thatIsSpent_isADeterminingRuleByItsTemplate() {
    Scene scene = scene();
    scene.done(
        scene
            .commands()
            .ask(
                scene.bind(deploy()),
                GrantOrder.of("jit", BOT, BOT).between(scene.now, scene.now + HOUR / 2)));
    Assessment assessment = assess(scene, deploy());
    assertThat(assessment.verdict().reason()).isEqualTo(ReasonCode.PERMITTED);
    assertThat(assessment.verdict().rules()).containsExactly("jit", "people");
    assertThat(assessment.effects().spending().grants()).hasSize(1);
    assertThat(assessment.validUntil()).hasValue(scene.now + HOUR / 2);
    assertThat(assessment.explain().toJson().toString()).contains("grant grant-1 of Agent");
  }

  private static Scene holding(Scene scene, EntityId holder) {
    scene.done(scene.commands().ask(scene.bind(deploy()), GrantOrder.of("jit", holder, holder)));
    return scene;
  }

  @Test
  void grant_thatIsNotNeeded_isNeitherSpentNorDetermining() {
    Scene scene = holding(scene().permit("free", slots("deploy", "Agent"), Expr.yes()), BOT);
    Assessment assessment = assess(scene, deploy());
    assertThat(assessment.verdict().rules()).containsExactly("free", "people");
    assertThat(assessment.effects().spending().grants()).isEmpty();
  }

  @Test
  void grant_thatIsSpent_asksForItsObligations() {
    GrantTemplate plain = grant("jit", Expr.yes(), ALL);
    ObligationCall log = new ObligationCall("log", List.of(Exprs.s("full")));
    Case text = new Case(plain.cases().get(0).slots(), Expr.yes(), List.of(log));
    GrantTemplate logging =
        new GrantTemplate(
            "jit",
            "",
            false,
            List.of(text),
            List.of(),
            false,
            List.of(),
            List.of(),
            ALL,
            plain.lastsMillis(),
            0,
            null,
            List.of());
    Scene scene = holding(scene().redeclare(logging), BOT);
    assertThat(assess(scene, deploy()).verdict().obligations())
        .containsExactly(new Obligation("log", List.of(new StringValue("full"))));
    scene.permit("free", slots("deploy", "Agent"), Expr.yes());
    assertThat(assess(scene, deploy()).verdict().obligations()).isEmpty();
  }

  @Test
  void grant_thatCovers_neverBeatsAForbid() {
    Scene scene = holding(scene(), BOT);
    assertThat(assess(scene, deploy()).verdict().effect()).isEqualTo(Effect.PERMIT);
    scene.forbid("freeze", Expr.yes());
    assertThat(assess(scene, deploy()).verdict().reason()).isEqualTo(ReasonCode.FORBIDDEN);
  }

  @Test
  void forbid_unlessGranted_isLiftedByAGrantOfThePrincipalAlone() {
    Scene scene =
        scene()
            .permit("free", slots("deploy", "Agent"), Expr.yes())
            .forbid("freeze", Declarations.unless(new Expr.Granted("jit")));
    assertThat(assess(scene, deploy()).verdict().reason()).isEqualTo(ReasonCode.FORBIDDEN);
    holding(scene, user("ann"));
    assertThat(assess(scene, deploy()).verdict().reason()).isEqualTo(ReasonCode.FORBIDDEN);
    holding(scene, BOT);
    assertThat(assess(scene, deploy()).verdict().reason()).isEqualTo(ReasonCode.PERMITTED);
  }

  @Test
  void approved_onTheViewOfTheOrigin_isThatOfTheWholeRequest() {
    Scene scene =
        new Scene()
            .freeAgents()
            .declare(TWO)
            .permit("agents", slots("deploy", "Agent"), Expr.yes())
            .permit("people", slots("deploy", "User"), new Expr.Approved("two"))
            .at(NOON + 5 * MINUTE);
    assertThat(assess(scene, deploy()).verdict().reason()).isEqualTo(ReasonCode.DELEGATE_DENIED);
    vote(scene, "bo@1 cy@2");
    assertThat(assess(scene, deploy()).verdict().reason()).isEqualTo(ReasonCode.PERMITTED);
    Request alone = Request.of(user("ann"), "deploy", Scene.LEDGER).arg("env", "prod");
    assertThat(assess(scene, alone).verdict().reason()).isEqualTo(ReasonCode.NO_PERMIT);
  }
}
