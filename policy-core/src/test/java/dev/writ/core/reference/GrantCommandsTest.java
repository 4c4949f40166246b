package dev.writ.core.reference;

import static dev.writ.core.reference.Declarations.ALL;
import static dev.writ.core.reference.Declarations.actor;
import static dev.writ.core.reference.Declarations.allOf;
import static dev.writ.core.reference.Declarations.approval;
import static dev.writ.core.reference.Declarations.badge;
import static dev.writ.core.reference.Declarations.by;
import static dev.writ.core.reference.Declarations.clause;
import static dev.writ.core.reference.Declarations.emergency;
import static dev.writ.core.reference.Declarations.grant;
import static dev.writ.core.reference.Declarations.uses;
import static dev.writ.core.reference.Declarations.veto;
import static dev.writ.core.reference.Scene.BOT;
import static dev.writ.core.reference.Scene.BOT2;
import static dev.writ.core.reference.Scene.HOUR;
import static dev.writ.core.reference.Scene.LEDGER;
import static dev.writ.core.reference.Scene.MINUTE;
import static dev.writ.core.reference.Scene.NOON;
import static dev.writ.core.reference.Scene.PLATFORM;
import static dev.writ.core.reference.Scene.SEC;
import static dev.writ.core.reference.Scene.SRE;
import static dev.writ.core.reference.Scene.assertRefused;
import static dev.writ.core.reference.Scene.deploy;
import static dev.writ.core.reference.Scene.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.GrantRecord.Status;
import dev.writ.core.authority.Subject;
import dev.writ.core.authority.Suspension;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.GrantTemplate.Binding;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asking for grants, activating, reviewing and ending them. */
class GrantCommandsTest {
  private static final Approval TWO =
      approval("two", allOf(veto(clause(1, SRE), 1), clause(1, SEC)));

  private static Scene scene() {
    return new Scene()
        .declare(TWO)
        .declare(
            grant("plain", Expr.yes(), ALL),
            grant("needy", Expr.yes(), ALL, "two"),
            emergency("fire"),
            badge("pass"));
  }

  private static CommandResult<GrantRecord> ask(Scene scene, GrantOrder order) {
    return scene.commands().ask(scene.bind(deploy()), order);
  }

  private static GrantOrder of(String template) {
    return GrantOrder.of(template, BOT, BOT);
  }

  private static GrantOrder fire(EntityId holder, String requester) {
    return GrantOrder.of("fire", holder, user(requester)).because("it burns");
  }

  // Asking

  @Test
  void ask_whatNeedsNothing_activeAtOnce() {
    Scene scene = scene();
    GrantRecord grant = scene.done(ask(scene, of("plain")));
    assertThat(grant.status()).isEqualTo(Status.ACTIVE);
    assertThat(grant.activatedMillis()).isEqualTo(NOON);
    assertThat(grant.untilMillis()).isEqualTo(NOON + 30 * MINUTE);
    assertThat(grant.origin()).isEqualTo(user("ann"));
    assertThat(grant.action()).isEqualTo("deploy");
    assertThat(grant.bound().keySet()).containsExactly("args.env", "resource");
  }

  @Test
  void ask_whatNeedsAnApproval_pendingAsLongAsThatMayTake() {
    Scene scene = scene();
    GrantRecord grant = scene.done(ask(scene, of("needy")));
    assertThat(grant.status()).isEqualTo(Status.PENDING);
    assertThat(grant.activatedMillis()).isNull();
    assertThat(grant.untilMillis()).isEqualTo(NOON + 5 * HOUR + 30 * MINUTE);
    assertThat(scene.facts(deploy()).covering(0)).isEmpty();
  }

  @Test
  void ask_templateWithoutPermits_boundToNothing() {
    Scene scene = scene();
    GrantRecord grant = scene.done(ask(scene, of("pass")));
    assertThat(grant.action()).isNull();
    assertThat(grant.bound()).isEmpty();
  }

  @Test
  void ask_withinASystem_boundToTheOneOfTheResource() {
    Binding within = new Binding(false, false, "System", new TreeSet<>());
    Scene scene = new Scene().declare(grant("g", Expr.yes(), within));
    assertThat(scene.done(ask(scene, of("g"))).bound()).containsEntry("within", PLATFORM);
    scene.put(scene.entity(LEDGER).in(EntityId.of("System", "second")));
    scene.put(Entity.of("System", "second"));
    assertRefused(ask(scene, of("g")), "`g` covers nothing of this request");
  }

  @ParameterizedTest(name = "from {0} until {1}, uses {2}: {3}")
  @CsvSource({
    "0, 30, 0, ''",
    "0, 31, 0, `plain` cannot be asked for so long",
    "10, 40, 0, ''",
    "10, 41, 0, `plain` cannot be asked for so long",
    "-1, 10, 0, a grant cannot start in the past or end before it starts",
    "10, 10, 0, a grant cannot start in the past or end before it starts",
    "0, 30, 2, ''",
    "0, 30, 3, `plain` can be used 2 times at most",
  })
  void ask_timeAndUses_withinTheTemplates(long from, long until, int uses, String refusal) {
    Scene scene = scene();
    scene.redeclare(uses(grant("plain", Expr.yes(), ALL), 2));
    GrantOrder order = of("plain").between(NOON + from * MINUTE, NOON + until * MINUTE).times(uses);
    CommandResult<GrantRecord> result = ask(scene, order);
    if (refusal.isEmpty()) {
      assertThat(result.orThrow().value().uses()).isEqualTo(2);
    } else {
      assertRefused(result, refusal);
    }
  }

  @Test
  void ask_what_isRefused() {
    Scene scene = scene();
    assertRefused(ask(scene, of("nine")), "no grant is called `nine`");
    assertRefused(
        ask(scene, GrantOrder.of("plain", BOT2, BOT2)),
        "`Agent::\"bot2\"` is no member of the request");
    assertRefused(
        ask(scene, GrantOrder.of("plain", BOT, user("bo"))),
        "`User::\"bo\"` may not ask for `plain`");
    Request restart = Request.of(BOT, "restart", LEDGER).onBehalfOf(user("ann")).arg("env", "dev");
    assertRefused(
        scene.commands().ask(scene.bind(restart), of("plain")),
        "`plain` covers nothing of this request");
  }

  @Test
  void ask_requestedBy_whoIsNamedAndNotSuspended() {
    Scene scene = scene().declare(by(grant("g", Expr.yes(), ALL), List.of(actor(SEC)), List.of()));
    assertRefused(ask(scene, of("g")), "`Agent::\"bot\"` may not ask for `g`");
    assertRefused(
        ask(scene, GrantOrder.of("g", BOT, user("nobody"))),
        "`User::\"nobody\"` may not ask for `g`");
    assertThat(ask(scene, GrantOrder.of("g", BOT, user("ed"))))
        .isInstanceOf(CommandResult.Done.class);
    scene.state =
        scene.state.toBuilder().put(new Suspension(SEC, user("bo"), "/Team", NOON)).build();
    assertRefused(
        ask(scene, GrantOrder.of("g", BOT, user("ed"))), "`User::\"ed\"` may not ask for `g`");
  }

  // Emergency

  @Test
  void ask_emergency_aPersonWithAReason() {
    Scene scene = scene();
    assertRefused(
        ask(scene, of("fire").because("x")),
        "only a person may ask for the emergency grant `fire`");
    assertRefused(ask(scene, GrantOrder.of("fire", BOT, user("bo"))), "`fire` needs a reason");
    assertRefused(
        ask(scene, GrantOrder.of("fire", BOT, user("bo")).because(" ")), "`fire` needs a reason");
    assertRefused(ask(scene, fire(BOT, "ed")), "`User::\"ed\"` may not ask for `fire`");
    assertThat(scene.done(ask(scene, fire(BOT, "bo"))).status()).isEqualTo(Status.ACTIVE);
    assertThat(scene.facts(deploy()).covering(0)).hasSize(1);
  }

  @Test
  void ask_emergencyUnreviewed_oneForEachRequesterAndForEachHolder() {
    Scene scene = scene();
    scene.done(ask(scene, fire(BOT, "ann")));
    scene.after(HOUR);
    String waits = "grant `grant-1` of `fire` awaits its review";
    assertRefused(ask(scene, fire(BOT, "bo")), waits);
    assertRefused(ask(scene, fire(user("ann"), "ann")), waits);
    scene.put(Scene.person("ann2", "ann", SEC, SRE));
    assertRefused(ask(scene, fire(user("ann"), "ann2")), waits);
    scene.done(ask(scene, fire(user("ann"), "bo")));
  }

  @Test
  void review_complete_unblocks() {
    Scene scene = scene();
    GrantRecord grant = scene.done(ask(scene, fire(BOT, "di")));
    String digest = Subject.ofGrant("fire", grant);
    scene.after(30 * HOUR);
    assertRefused(
        review(scene, "bo", digest),
        "`User::\"bo\"` may not review grant `grant-1`: asked by none of its clauses");
    assertRefused(
        review(scene, "di", digest),
        "`User::\"di\"` may not review grant `grant-1`: excluded as one of those who ask");
    assertRefused(
        review(scene, "ann2", digest),
        "`User::\"ann2\"` may not review grant `grant-1`: excluded as one of those who ask");
    assertRefused(
        review(scene, "ed", "sha256:x"),
        "the voter was shown another subject than grant `grant-1`");
    assertRefused(
        scene.commands().review("grant-1", new Ballot(user("ed"), false, digest, null)),
        "a review takes no refusal, but the grant can be ended");
    assertThat(scene.done(review(scene, "ed", digest)).reviewed()).isTrue();
    scene.done(ask(scene, fire(BOT, "di")));
  }

  private static CommandResult<GrantRecord> review(Scene scene, String voter, String digest) {
    return scene.commands().review("grant-1", new Ballot(user(voter), true, digest, null));
  }

  @Test
  void review_whatNeedsNone_refused() {
    Scene scene = scene();
    scene.done(ask(scene, of("plain")));
    assertRefused(review(scene, "ed", "x"), "no grant `grant-1` awaits a review");
  }

  // Activating

  private static ApprovalRecord approve(Scene scene, String grant, String... voters) {
    ApprovalRecord record = scene.done(scene.commands().openForGrant("two", grant));
    for (String voter : voters) {
      record =
          scene.done(
              scene
                  .commands()
                  .vote(record.id(), new Ballot(user(voter), true, record.digest(), null)));
    }
    return record;
  }

  @Test
  void activate_needsComplete_spendsTheApprovalAndRunsFromThen() {
    Scene scene = scene();
    GrantRecord grant = scene.done(ask(scene, of("needy")));
    approve(scene, grant.id(), "bo");
    assertRefused(scene.commands().activate(grant.id()), "grant `grant-1` needs `two`");
    ApprovalRecord record = approve(scene, grant.id(), "ed");
    scene.after(50 * MINUTE);
    GrantRecord active = scene.done(scene.commands().activate(grant.id()));
    assertThat(active.approvals()).containsExactly(record.id());
    assertThat(scene.state.approvals()).extracting(ApprovalRecord::used).containsExactly(1);
    assertThat(scene.facts(deploy()).covering(0)).hasSize(1);
    assertThat(scene.after(29 * MINUTE).facts(deploy()).covering(0)).hasSize(1);
    assertThat(scene.after(MINUTE).facts(deploy()).covering(0)).isEmpty();
    assertRefused(scene.commands().activate(grant.id()), "no grant `grant-1` awaits activation");
  }

  @Test
  void activate_approvalLapsedOrOfAnotherGrant_refused() {
    Scene scene = scene();
    GrantRecord first = scene.done(ask(scene, of("needy")));
    GrantRecord second = scene.done(ask(scene, of("needy").between(NOON, NOON + 2 * HOUR)));
    approve(scene, first.id(), "bo", "ed");
    assertRefused(scene.commands().activate(second.id()), "grant `grant-2` needs `two`");
    scene.after(HOUR);
    assertRefused(scene.commands().activate(first.id()), "grant `grant-1` needs `two`");
    assertRefused(
        scene.after(HOUR).commands().activate(second.id()), "grant `grant-2` has expired");
  }

  @Test
  void activate_approvalOfAnEqualGrant_isItsOwnSubjectAllTheSame() {
    Scene scene = scene();
    GrantRecord first = scene.done(ask(scene, of("needy")));
    GrantRecord second = scene.done(ask(scene, of("needy")));
    approve(scene, first.id(), "bo", "ed");
    assertRefused(scene.commands().activate(second.id()), "grant `grant-2` needs `two`");
  }

  @Test
  void vote_vetoOfAPendingGrant_refusesIt() {
    Scene scene = scene();
    GrantRecord grant = scene.done(ask(scene, of("needy")));
    ApprovalRecord record = approve(scene, grant.id());
    scene.done(
        scene.commands().vote(record.id(), new Ballot(user("bo"), false, record.digest(), null)));
    assertThat(scene.state.grants())
        .extracting(GrantRecord::status)
        .containsExactly(Status.REFUSED);
  }

  @Test
  void vote_vetoAfterActivation_stopsTheGrant() {
    Scene scene = scene();
    GrantRecord grant = scene.done(ask(scene, of("needy")));
    ApprovalRecord record = approve(scene, grant.id(), "bo", "ed");
    scene.done(scene.commands().activate(grant.id()));
    scene.after(10 * MINUTE);
    assertThat(scene.facts(deploy()).covering(0)).hasSize(1);
    scene.done(
        scene.commands().vote(record.id(), new Ballot(user("cy"), false, record.digest(), null)));
    assertThat(scene.facts(deploy()).covering(0)).isEmpty();
  }

  @Test
  void openForGrant_what_isRefused() {
    Scene scene = scene();
    GrantRecord grant = scene.done(ask(scene, of("needy")));
    assertRefused(
        scene.commands().openForGrant("nine", grant.id()), "no approval is called `nine`");
    assertRefused(scene.commands().openForGrant("two", "grant-9"), "no grant is called `grant-9`");
    scene.done(scene.commands().revoke(grant.id(), BOT));
    assertRefused(
        scene.commands().openForGrant("two", grant.id()), "grant `grant-1` awaits no approval");
  }

  // Ending

  @Test
  void revoke_byDefault_requesterAndVoters() {
    Scene scene = scene();
    GrantRecord grant = scene.done(ask(scene, of("needy")));
    approve(scene, grant.id(), "bo", "ed");
    scene.done(scene.commands().activate(grant.id()));
    String refusal = "`User::\"cy\"` may not end grant `grant-1`";
    assertRefused(scene.commands().revoke(grant.id(), user("cy")), refusal);
    assertThat(scene.commands().revoke(grant.id(), BOT)).isInstanceOf(CommandResult.Done.class);
    assertThat(scene.done(scene.commands().revoke(grant.id(), user("ed"))).status())
        .isEqualTo(Status.REVOKED);
    assertThat(scene.facts(deploy()).covering(0)).isEmpty();
    assertRefused(scene.commands().revoke(grant.id(), BOT), "there is no grant `grant-1` to end");
  }

  @Test
  void revoke_revocableBy_onlyThose() {
    Scene scene = scene().declare(by(grant("g", Expr.yes(), ALL), List.of(), List.of(actor(SEC))));
    GrantRecord grant = scene.done(ask(scene, of("g")));
    assertRefused(
        scene.commands().revoke(grant.id(), BOT), "`Agent::\"bot\"` may not end grant `grant-1`");
    assertThat(scene.done(scene.commands().revoke(grant.id(), user("ed"))).status())
        .isEqualTo(Status.REVOKED);
  }

  @Test
  void revoke_pending_cancels() {
    Scene scene = scene();
    GrantRecord grant = scene.done(ask(scene, of("needy")));
    assertThat(scene.done(scene.commands().revoke(grant.id(), BOT)).status())
        .isEqualTo(Status.CANCELLED);
  }
}
