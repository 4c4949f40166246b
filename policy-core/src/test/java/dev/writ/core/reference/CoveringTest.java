package dev.writ.core.reference;

import static dev.writ.core.reference.Declarations.ALL;
import static dev.writ.core.reference.Declarations.allOf;
import static dev.writ.core.reference.Declarations.approval;
import static dev.writ.core.reference.Declarations.argIs;
import static dev.writ.core.reference.Declarations.badge;
import static dev.writ.core.reference.Declarations.clause;
import static dev.writ.core.reference.Declarations.emergency;
import static dev.writ.core.reference.Declarations.error;
import static dev.writ.core.reference.Declarations.frozen;
import static dev.writ.core.reference.Declarations.grant;
import static dev.writ.core.reference.Declarations.unless;
import static dev.writ.core.reference.Declarations.uses;
import static dev.writ.core.reference.Declarations.veto;
import static dev.writ.core.reference.Scene.BOT;
import static dev.writ.core.reference.Scene.BOT2;
import static dev.writ.core.reference.Scene.HOUR;
import static dev.writ.core.reference.Scene.LEDGER;
import static dev.writ.core.reference.Scene.LOG;
import static dev.writ.core.reference.Scene.MINUTE;
import static dev.writ.core.reference.Scene.NOON;
import static dev.writ.core.reference.Scene.SEC;
import static dev.writ.core.reference.Scene.SRE;
import static dev.writ.core.reference.Scene.deploy;
import static dev.writ.core.reference.Scene.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.GrantRecord.Status;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.GrantTemplate.Binding;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which requests a grant covers. The grant is the bot's, for ann, issued at noon. */
class CoveringTest {

  private static final Binding RESOURCE = new Binding(false, true, null, new TreeSet<>());
  private static final Binding SYSTEM = new Binding(false, false, "System", new TreeSet<>());
  private static final Binding FIELDS =
      new Binding(false, true, null, new TreeSet<>(List.of("args.ticket", "facts.digest")));

  /** A scene in which the bot holds a grant of this template for {@link Scene#deploy()}. */
  private static Scene holding(GrantTemplate template) {
    Scene scene = new Scene().declare(template);
    scene.done(scene.commands().ask(scene.bind(deploy()), GrantOrder.of("g", BOT, BOT)));
    return scene.after(MINUTE);
  }

  private static boolean covers(Scene scene, Request request) {
    return !scene.facts(request).covering(0).isEmpty();
  }

  private static Request on(EntityId principal, String action, EntityId resource) {
    return Request.of(principal, action, resource).arg("env", "prod");
  }

  private static Request other(String name) {
    Map<String, Request> others = new TreeMap<>();
    others.put("same", deploy());
    others.put("ticket", deploy().arg("ticket", "OPS-1"));
    others.put("env", deploy().arg("env", "dev"));
    others.put("digest", deploy().fact("digest", "sha256:1f"));
    others.put("resource", on(BOT, "deploy", LOG).onBehalfOf(user("ann")));
    others.put("action", on(BOT, "restart", LEDGER).onBehalfOf(user("ann")));
    others.put("holder", on(BOT2, "deploy", LEDGER).onBehalfOf(user("ann")));
    others.put("origin", on(BOT, "deploy", LEDGER).onBehalfOf(user("bo")));
    others.put("alone", on(BOT, "deploy", LEDGER));
    others.put("chain", on(BOT, "deploy", LEDGER).onBehalfOf(BOT2, user("ann")));
    return Objects.requireNonNull(others.get(name), name);
  }

  private static Binding binding(String name) {
    return switch (name) {
      case "all" -> ALL;
      case "resource" -> RESOURCE;
      case "within" -> SYSTEM;
      case "fields" -> FIELDS;
      default -> throw new IllegalArgumentException(name);
    };
  }

  @ParameterizedTest(name = "bound to {0}, another {1}: {2}")
  @CsvSource({
    "all, same, true",
    "all, ticket, false",
    "all, env, false",
    "all, digest, false",
    "all, resource, false",
    "all, action, false",
    "all, holder, false",
    "all, origin, false",
    "all, alone, false",
    "all, chain, true",
    "resource, same, true",
    "resource, ticket, true",
    "resource, env, true",
    "resource, digest, true",
    "resource, resource, false",
    "resource, action, false",
    "resource, holder, false",
    "resource, origin, false",
    "within, resource, true",
    "within, action, false",
    "fields, same, true",
    "fields, env, true",
    "fields, ticket, false",
    "fields, digest, false",
  })
  void covering_otherRequest_asBound(String bound, String request, boolean covers) {
    Scene scene = holding(grant("g", Expr.yes(), binding(bound)));
    assertThat(covers(scene, other(request))).isEqualTo(covers);
  }

  @Test
  void covering_resourceLeftTheSystem_no() {
    Scene scene = holding(grant("g", Expr.yes(), SYSTEM));
    assertThat(covers(scene, deploy())).isTrue();
    Entity ledger = scene.entity(LEDGER);
    scene.put(new Entity(LEDGER, ledger.attrs(), Set.of()));
    assertThat(covers(scene, deploy())).isFalse();
  }

  @Test
  void covering_memberAboveThePrincipal_byItsOwnGrant() {
    Scene scene = new Scene().declare(grant("g", Expr.yes(), ALL));
    scene.done(
        scene.commands().ask(scene.bind(deploy()), GrantOrder.of("g", user("ann"), user("ann"))));
    RequestAuthority facts = scene.facts(deploy());
    assertThat(facts.covering(0)).isEmpty();
    assertThat(facts.covering(1)).hasSize(1);
    assertThat(facts.granted("g")).as("not the principal's").isEqualTo(Truth.FALSE);
  }

  // Time, uses, status

  @ParameterizedTest(name = "asked from {0} until {1}, at {2}: {3}")
  @CsvSource({
    "0, 30, 0, true",
    "0, 30, 29, true",
    "0, 30, 30, false",
    "0, 10, 9, true",
    "0, 10, 10, false",
    "5, 35, 4, false",
    "5, 35, 5, true",
    "5, 35, 34, true",
    "5, 35, 35, false",
  })
  void covering_overTime_fromStartToEnd(long from, long until, long at, boolean covers) {
    Scene scene = new Scene().declare(grant("g", Expr.yes(), ALL));
    GrantOrder order =
        GrantOrder.of("g", BOT, BOT).between(NOON + from * MINUTE, NOON + until * MINUTE);
    scene.done(scene.commands().ask(scene.bind(deploy()), order));
    RequestAuthority facts = scene.at(NOON + at * MINUTE).facts(deploy());
    assertThat(facts.covering(0).isEmpty()).isEqualTo(!covers);
    long next = at < from ? from : until;
    assertThat(facts.nextChange())
        .isEqualTo(at < until ? OptionalLong.of(NOON + next * MINUTE) : OptionalLong.empty());
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void covering_status_onlyActive(Status status) {
    Scene scene = holding(grant("g", Expr.yes(), ALL));
    Votes.put(scene, scene.state.grants().get(0).in(status));
    assertThat(covers(scene, deploy())).isEqualTo(status == Status.ACTIVE);
  }

  @ParameterizedTest(name = "template {0}, asked {1}, used {2}: {3}")
  @CsvSource({"0, 0, 99, true", "2, 0, 1, true", "2, 0, 2, false", "3, 1, 1, false"})
  void covering_uses_asManyAsAsked(int template, int asked, int used, boolean covers) {
    Scene scene = new Scene().declare(uses(grant("g", Expr.yes(), ALL), template));
    GrantOrder order = GrantOrder.of("g", BOT, BOT).times(asked);
    GrantRecord record = scene.done(scene.commands().ask(scene.bind(deploy()), order));
    for (int i = 0; i < used; i++) {
      record = record.spent();
    }
    Votes.put(scene, record);
    assertThat(covers(scene, deploy())).isEqualTo(covers);
  }

  // The template as it is now

  @Test
  void covering_templateTightened_atOnce() {
    Scene scene = holding(grant("g", Expr.yes(), RESOURCE));
    assertThat(covers(scene, deploy())).isTrue();
    assertThat(covers(scene.redeclare(grant("g", argIs("env", "dev"), RESOURCE)), deploy()))
        .as("another condition")
        .isFalse();
    assertThat(covers(scene.redeclare(grant("g", Expr.yes(), RESOURCE, "one")), deploy()))
        .as("a need that it never had")
        .isFalse();
    assertThat(covers(scene.redeclare(grant("g", Expr.yes(), FIELDS)), deploy()))
        .as("bound to more, all of it absent")
        .isTrue();
    assertThat(covers(scene, other("ticket"))).as("bound to more").isFalse();
    assertThat(covers(scene.redeclare(grant("g", Expr.yes(), SYSTEM)), deploy()))
        .as("within something it was not issued for")
        .isFalse();
    GrantRecord used = scene.state.grants().get(0).spent();
    Votes.put(scene, used);
    assertThat(covers(scene.redeclare(uses(grant("g", Expr.yes(), RESOURCE), 1)), deploy()))
        .as("fewer uses")
        .isFalse();
  }

  @Test
  void covering_templateBindsLess_whatWasBoundStaysBound() {
    Scene scene = holding(grant("g", Expr.yes(), FIELDS));
    Scene looser = scene.redeclare(grant("g", Expr.yes(), SYSTEM));
    assertThat(covers(looser, other("resource"))).isFalse();
  }

  @Test
  void covering_templateRemoved_no() {
    assertThat(covers(holding(grant("g", Expr.yes(), ALL)).undeclare("g"), deploy())).isFalse();
  }

  @Test
  void covering_conditionErrs_noAndListed() {
    RequestAuthority facts = holding(grant("g", error(), ALL)).facts(deploy());
    assertThat(facts.covering(0)).isEmpty();
    assertThat(facts.errors()).extracting(e -> e.rule()).containsOnly("g");
  }

  // Granted

  @Test
  void granted_templateWithoutPermits_held() {
    Scene scene = new Scene().declare(badge("b"));
    scene.done(scene.commands().ask(scene.bind(deploy()), GrantOrder.of("b", BOT, BOT)));
    assertThat(scene.facts(deploy()).granted("b")).isEqualTo(Truth.TRUE);
    assertThat(scene.facts(deploy()).covering(0)).as("it permits nothing").isEmpty();
    assertThat(scene.facts(other("action")).granted("b")).isEqualTo(Truth.TRUE);
    assertThat(scene.facts(other("holder")).granted("b")).isEqualTo(Truth.FALSE);
    assertThat(scene.facts(other("origin")).granted("b")).isEqualTo(Truth.FALSE);
    assertThat(scene.after(HOUR).facts(deploy()).granted("b")).isEqualTo(Truth.FALSE);
  }

  @Test
  void granted_templatesThatAskForEachOther_neither() {
    Scene scene =
        new Scene()
            .declare(
                grant("a", new Expr.Granted("b"), ALL), grant("b", new Expr.Granted("a"), ALL));
    scene.done(scene.commands().ask(scene.bind(deploy()), GrantOrder.of("a", BOT, BOT)));
    scene.done(scene.commands().ask(scene.bind(deploy()), GrantOrder.of("b", BOT, BOT)));
    assertThat(scene.facts(deploy()).granted("a")).isEqualTo(Truth.FALSE);
    assertThat(scene.facts(deploy()).covering(0)).isEmpty();
  }

  @Test
  void granted_templateThatAsksForOneThatHolds_whicheverComesFirst() {
    for (String first : List.of("a", "z")) {
      Scene scene =
          new Scene()
              .declare(grant(first, new Expr.Granted("m"), ALL), grant("m", Expr.yes(), ALL));
      scene.done(scene.commands().ask(scene.bind(deploy()), GrantOrder.of(first, BOT, BOT)));
      scene.done(scene.commands().ask(scene.bind(deploy()), GrantOrder.of("m", BOT, BOT)));
      assertThat(scene.facts(deploy()).granted(first)).as(first).isEqualTo(Truth.TRUE);
    }
  }

  // Needs

  private static final Approval TWO =
      approval("two", allOf(veto(clause(1, SRE), 1), clause(1, SEC)));

  /** A grant that needs an approval by sre and security, active with these votes. */
  private static Scene needing(String votes) {
    Scene scene = new Scene().declare(TWO).declare(grant("g", Expr.yes(), ALL, "two"));
    GrantRecord pending =
        scene.done(scene.commands().ask(scene.bind(deploy()), GrantOrder.of("g", BOT, BOT)));
    ApprovalRecord approval = Votes.on(TWO, pending, votes);
    Votes.put(scene, approval);
    Votes.put(scene, pending.activated(NOON + 30 * MINUTE, List.of(approval.id())));
    return scene.at(NOON + 40 * MINUTE);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "bo@10 ed@20, true",
    "bo@10, false",
    "bo@10~35 ed@20, false",
    "bo@10~35 ed@20 cy@36, true",
    "bo@10 ed@20 -cy@35, false",
    "bo@10 ed@20 -cy@35~36, false",
    "bo@10 di@20 -ed@35, true",
  })
  void covering_needs_mustStillStand(String votes, boolean stands) {
    RequestAuthority facts = needing(votes).facts(deploy());
    assertThat(facts.covering(0).isEmpty()).isEqualTo(!stands);
    assertThat(facts.approved("two")).as("carried").isEqualTo(Truth.of(stands));
  }

  @Test
  void covering_needsLapsedAfterActivation_stillStands() {
    Scene scene = needing("bo@10 ed@20").at(NOON + 59 * MINUTE);
    assertThat(covers(scene, deploy())).isTrue();
    assertThat(covers(scene.at(NOON + 60 * MINUTE), deploy())).as("lasts 30m").isFalse();
  }

  @Test
  void covering_needsOfAnotherDuration_isAnotherSubject() {
    Scene scene = needing("bo@10 ed@20");
    GrantRecord g = scene.state.grants().get(0);
    GrantRecord longer =
        new GrantRecord(
            g.id(),
            g.template(),
            g.holder(),
            g.requester(),
            g.origin(),
            g.action(),
            g.bound(),
            g.fromMillis(),
            g.untilMillis() + 1,
            g.activatedMillis(),
            g.status(),
            g.uses(),
            g.used(),
            g.approvals(),
            g.reviews(),
            g.reviewed(),
            g.reason());
    Votes.put(scene, longer);
    assertThat(covers(scene, deploy())).isFalse();
  }

  @Test
  void approved_carriedByAGrantThatDoesNotCover_false() {
    Scene scene = needing("bo@10 ed@20");
    scene.redeclare(grant("g", frozen(), ALL, "two"));
    assertThat(scene.facts(deploy()).approved("two")).isEqualTo(Truth.FALSE);
    scene.redeclare(grant("g", unless(frozen()), ALL, "two"));
    assertThat(scene.facts(deploy()).approved("two")).isEqualTo(Truth.TRUE);
  }

  @Test
  void approved_ofAnotherRequestThatTheGrantCovers_carriedWithinTheHead() {
    Scene scene = needing("bo@10 ed@20");
    assertThat(scene.facts(other("chain")).approved("two")).isEqualTo(Truth.TRUE);
    Approval users =
        approval(
            "two", Declarations.slots("deploy", "User"), Expr.yes(), TWO.cases().get(0).quorum());
    assertThat(scene.redeclare(users).facts(deploy()).approved("two")).isEqualTo(Truth.FALSE);
  }

  // Emergency

  private static Scene emergencyUsed() {
    Scene scene = new Scene().declare(emergency("g"));
    scene.done(
        scene
            .commands()
            .ask(scene.bind(deploy()), GrantOrder.of("g", BOT, user("bo")).because("it burns")));
    return scene;
  }

  @Test
  void covering_emergencyReviewOverdue_no() {
    GrantTemplate shortReview =
        new GrantTemplate(
            "g",
            "",
            true,
            emergency("g").cases(),
            emergency("g").requestedBy(),
            true,
            List.of(),
            List.of(),
            RESOURCE,
            15 * MINUTE,
            2,
            new GrantTemplate.Review(5 * MINUTE, allOf(clause(1, SEC)), List.of()),
            List.of());
    Scene scene = emergencyUsed().redeclare(shortReview);
    assertThat(scene.at(NOON + 4 * MINUTE).facts(deploy()).nextChange())
        .isEqualTo(OptionalLong.of(NOON + 5 * MINUTE));
    assertThat(covers(scene, deploy())).isTrue();
    assertThat(covers(scene.at(NOON + 5 * MINUTE), deploy())).isFalse();
    Votes.put(scene, scene.state.grants().get(0).reviewed(List.of(), true));
    assertThat(covers(scene, deploy())).as("reviewed").isTrue();
  }
}
