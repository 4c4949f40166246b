package dev.writ.core.reference;

import static dev.writ.core.reference.Declarations.ALL;
import static dev.writ.core.reference.Declarations.allOf;
import static dev.writ.core.reference.Declarations.approval;
import static dev.writ.core.reference.Declarations.badge;
import static dev.writ.core.reference.Declarations.clause;
import static dev.writ.core.reference.Declarations.confirmation;
import static dev.writ.core.reference.Declarations.grant;
import static dev.writ.core.reference.Declarations.unless;
import static dev.writ.core.reference.Scene.BOT;
import static dev.writ.core.reference.Scene.MINUTE;
import static dev.writ.core.reference.Scene.NOON;
import static dev.writ.core.reference.Scene.SRE;
import static dev.writ.core.reference.Scene.deploy;
import static dev.writ.core.reference.Scene.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.authority.AuthorityEffects;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.Counter;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.SessionRecord;
import dev.writ.core.authority.Spending;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Expr;
import dev.writ.core.model.RecordValue;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an authorised request spends, and what that makes of the state. */
class SpenderTest {

  private static final Approval ONE = approval("one", allOf(clause(1, SRE)));
  private static final Approval TWO = approval("two", allOf(clause(1, SRE)));
  private static final Approval YES = confirmation("yes");
  private static final Expr APPROVED = new Expr.Approved("one");

  private static Scene scene() {
    return new Scene().declare(ONE, TWO, YES).freeAgents();
  }

  private static Scene with(Scene scene, Approval... approved) {
    for (Approval approval : approved) {
      String voter = approval.equals(YES) ? "ann@1" : "bo@1";
      Votes.put(scene, Votes.on(scene, approval, deploy(), BOT, voter));
    }
    return scene.at(NOON + 2 * MINUTE);
  }

  private static void hold(Scene scene, String template, long minutes) {
    GrantOrder order =
        GrantOrder.of(template, BOT, BOT).between(scene.now, NOON + minutes * MINUTE);
    scene.done(scene.commands().ask(scene.bind(deploy()), order));
  }

  private static Spending spending(Scene scene) {
    assertThat(scene.permits(deploy())).as("permitted").isTrue();
    return Spender.of(scene.world(), scene.asked(deploy()), scene.trial(deploy()));
  }

  private static Spending of(
      List<String> grants, List<String> approvals, List<String> confirmations) {
    return new Spending(grants, approvals, confirmations);
  }

  @Test
  void spending_permittedWithoutAuthority_nothing() {
    Scene scene = with(scene().declare(grant("g", Expr.yes(), ALL)), ONE, YES);
    hold(scene, "g", 10);
    scene.permit("all", Expr.yes());
    assertThat(spending(scene)).isEqualTo(Spending.NOTHING);
  }

  @Test
  void spending_oneOfTwoApprovals_theLaterById() {
    Scene scene = with(scene(), ONE, TWO);
    scene.permit("all", new Expr.Or(List.of(APPROVED, new Expr.Approved("two"))));
    assertThat(spending(scene)).isEqualTo(of(List.of(), List.of("a-two"), List.of()));
  }

  @Test
  void spending_approvalAndConfirmationAsked_both() {
    Scene scene = with(scene(), ONE, TWO, YES);
    scene.permit("all", APPROVED).forbid("no", unless(new Expr.Confirmed("yes")));
    assertThat(spending(scene)).isEqualTo(of(List.of(), List.of("a-one"), List.of("a-yes")));
  }

  @Test
  void spending_severalGrants_theOneThatEndsFirst() {
    Scene scene =
        scene()
            .declare(grant("g", Expr.yes(), ALL))
            .permit("ann", Declarations.slots("deploy", "User"), Expr.yes());
    hold(scene, "g", 20);
    hold(scene, "g", 10);
    hold(scene, "g", 30);
    assertThat(spending(scene)).isEqualTo(of(List.of("grant-2"), List.of(), List.of()));
  }

  @Test
  void spending_grantsOfOneEnd_theLowestId() {
    Scene scene =
        scene()
            .declare(grant("g", Expr.yes(), ALL))
            .permit("ann", Declarations.slots("deploy", "User"), Expr.yes());
    hold(scene, "g", 10);
    hold(scene, "g", 10);
    assertThat(spending(scene).grants()).containsExactly("grant-1");
  }

  @Test
  void spending_grantAndApprovalBothHelp_grantsAreStruckFirst() {
    Scene scene = with(scene().declare(badge("g")), ONE);
    hold(scene, "g", 10);
    scene.permit("all", new Expr.Or(List.of(APPROVED, new Expr.Granted("g"))));
    assertThat(spending(scene)).isEqualTo(of(List.of(), List.of("a-one"), List.of()));
  }

  @Test
  void spending_grantThatCarriesTheApproval_strikingItStrikesTheApproval() {
    Scene scene = scene().declare(grant("g", Expr.yes(), ALL, "one")).permit("all", APPROVED);
    GrantRecord pending =
        scene.done(scene.commands().ask(scene.bind(deploy()), GrantOrder.of("g", BOT, BOT)));
    String approval = scene.done(scene.commands().openForGrant("one", pending.id())).id();
    String digest = scene.state.approvals().get(0).digest();
    scene.done(scene.commands().vote(approval, new Ballot(user("bo"), true, digest, null)));
    scene.done(scene.commands().activate(pending.id()));
    assertThat(spending(scene)).isEqualTo(of(List.of("grant-1"), List.of(), List.of()));
  }

  @Test
  void spending_membersEachNeedTheirOwnGrant_both() {
    Scene scene = scene().declare(grant("g", Expr.yes(), ALL));
    hold(scene, "g", 10);
    scene.done(
        scene.commands().ask(scene.bind(deploy()), GrantOrder.of("g", user("ann"), user("ann"))));
    assertThat(spending(scene).grants()).containsExactly("grant-1", "grant-2");
  }

  // Effects

  @Test
  void applyTo_spending_oneUseOfEach() {
    Scene scene = with(scene().declare(badge("g")), ONE, YES);
    hold(scene, "g", 10);
    AuthorityEffects effects =
        new AuthorityEffects(
            of(List.of("grant-1"), List.of("a-one"), List.of("a-yes")),
            List.of(new Counter("limit", "User::\"ann\"", new TreeMap<>())),
            null,
            new TreeSet<>());
    AuthoritySnapshot next = effects.applyTo(scene.state, scene.now);
    assertThat(next.position()).isEqualTo(scene.state.position() + 1);
    assertThat(next.latestMillis()).isEqualTo(scene.now);
    assertThat(next.grants()).extracting(GrantRecord::used).containsExactly(1);
    assertThat(next.approvals())
        .extracting(a -> a.id() + a.used())
        .containsExactly("a-one1", "a-yes1");
    assertThat(next.counters()).hasSize(1);
    assertThat(effects.changesNothing(scene.state)).isFalse();
  }

  @Test
  void applyTo_labels_theSessionsAndItsParents() {
    AuthoritySnapshot state =
        AuthoritySnapshot.builder()
            .put(session("child", "parent"))
            .put(session("parent", "top"))
            .put(session("top", null))
            .put(session("other", "top"))
            .build();
    AuthorityEffects effects =
        new AuthorityEffects(
            Spending.NOTHING, List.of(), "child", new TreeSet<>(List.of("untrusted")));
    AuthoritySnapshot next = effects.applyTo(state, 1);
    assertThat(next.sessions())
        .extracting(s -> s.id() + s.labels())
        .containsExactly("child[untrusted]", "other[]", "parent[untrusted]", "top[untrusted]");
    assertThat(effects.changesNothing(state)).isFalse();
    assertThat(effects.changesNothing(next)).isTrue();
    assertThat(AuthorityEffects.NONE.changesNothing(state)).isTrue();
  }

  @Test
  void applyTo_sessionsInACircle_ends() {
    AuthoritySnapshot state =
        AuthoritySnapshot.builder().put(session("a", "b")).put(session("b", "a")).build();
    AuthorityEffects effects =
        new AuthorityEffects(Spending.NOTHING, List.of(), "a", new TreeSet<>(List.of("x")));
    assertThat(effects.applyTo(state, 1).sessions())
        .extracting(s -> s.id() + s.labels())
        .containsExactly("a[x]", "b[x]");
  }

  private static SessionRecord session(String id, @Nullable String parent) {
    return new SessionRecord(id, user("ann"), parent, RecordValue.EMPTY, new TreeSet<>(), 0);
  }
}
