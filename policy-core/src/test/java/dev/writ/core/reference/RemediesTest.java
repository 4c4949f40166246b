package dev.writ.core.reference;

import static dev.writ.core.reference.Declarations.ALL;
import static dev.writ.core.reference.Declarations.allOf;
import static dev.writ.core.reference.Declarations.approval;
import static dev.writ.core.reference.Declarations.argIs;
import static dev.writ.core.reference.Declarations.badge;
import static dev.writ.core.reference.Declarations.by;
import static dev.writ.core.reference.Declarations.clause;
import static dev.writ.core.reference.Declarations.confirmation;
import static dev.writ.core.reference.Declarations.emergency;
import static dev.writ.core.reference.Declarations.grant;
import static dev.writ.core.reference.Declarations.slots;
import static dev.writ.core.reference.Declarations.unless;
import static dev.writ.core.reference.Declarations.veto;
import static dev.writ.core.reference.Scene.BOT;
import static dev.writ.core.reference.Scene.HOUR;
import static dev.writ.core.reference.Scene.LEDGER;
import static dev.writ.core.reference.Scene.MINUTE;
import static dev.writ.core.reference.Scene.NOON;
import static dev.writ.core.reference.Scene.SEC;
import static dev.writ.core.reference.Scene.SRE;
import static dev.writ.core.reference.Scene.deploy;
import static dev.writ.core.reference.Scene.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Expr;
import dev.writ.core.model.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What would get a denied request permitted. */
class RemediesTest {

  private static final Approval ONE = approval("one", allOf(veto(clause(1, SRE), 1)));
  private static final Approval TWO = approval("two", allOf(clause(1, SEC)));
  private static final Expr A1 = new Expr.Approved("one");
  private static final Expr A2 = new Expr.Approved("two");
  private static final Expr C = new Expr.Confirmed("yes");

  private static Scene scene() {
    return new Scene().declare(ONE, TWO, confirmation("yes")).freeAgents();
  }

  private static Expr or(Expr... any) {
    return new Expr.Or(List.of(any));
  }

  private static Expr and(Expr... all) {
    return new Expr.And(List.of(all));
  }

  private static String remedies(Scene scene, Request request) {
    assertThat(scene.permits(request)).as("permitted").isFalse();
    return Remedies.of(scene.world(), scene.asked(request), scene.trial(request)).stream()
        .map(
            remedy ->
                remedy.steps().stream().map(Object::toString).collect(Collectors.joining(" + ")))
        .collect(Collectors.joining(", "));
  }

  private static String remedies(Scene scene) {
    return remedies(scene, deploy());
  }

  @Test
  void remedies_nothingHelps_none() {
    assertThat(remedies(scene())).isEmpty();
    assertThat(remedies(scene().permit("p", A1).forbid("f", Expr.yes()))).isEmpty();
  }

  @Test
  void remedies_permitWithApproval_theApproval() {
    assertThat(remedies(scene().permit("p", A1))).isEqualTo("approval one");
  }

  @Test
  void remedies_alternatives_smallestFirstThenById() {
    assertThat(remedies(scene().permit("p", or(and(A1, A2), C, and(A1, C)))))
        .isEqualTo("confirmation yes, approval one + approval two");
    assertThat(remedies(scene().permit("p", or(A2, A1)))).isEqualTo("approval one, approval two");
  }

  @Test
  void remedies_forbidUnlessGranted_theGrant() {
    Scene scene = scene().declare(badge("pass")).permit("p", Expr.yes());
    scene.forbid("freeze", unless(new Expr.Granted("pass")));
    assertThat(remedies(scene)).isEqualTo("grant pass");
  }

  @Test
  void remedies_grantOfThePrincipal_andOfItsOrigin() {
    Scene scene = scene().declare(grant("g", Expr.yes(), ALL));
    scene.permit("users", slots("deploy", "User"), Expr.yes());
    assertThat(remedies(scene)).isEqualTo("grant g");
    Scene agents = scene().declare(grant("g", Expr.yes(), ALL));
    agents.permit("agents", slots("deploy", "Agent"), Expr.yes());
    assertThat(remedies(agents)).as("the origin's own").isEqualTo("grant g");
  }

  @Test
  void remedies_grantWithNeeds_carriesThem() {
    Scene scene = scene().declare(grant("g", Expr.yes(), ALL, "one")).permit("p", A1);
    assertThat(remedies(scene)).isEqualTo("approval one, grant g");
  }

  @Test
  void remedies_grantThatAsksForWhatItCarries_needsTheRequestsOwnApproval() {
    Scene scene = scene().declare(grant("g", A1, ALL, "one"));
    scene.permit("users", slots("deploy", "User"), Expr.yes());
    assertThat(remedies(scene)).isEqualTo("approval one + grant g");
  }

  @Test
  void remedies_grantWhoseConditionIsFalse_none() {
    Scene scene = scene().declare(grant("g", argIs("env", "dev"), ALL));
    scene.permit("users", slots("deploy", "User"), Expr.yes());
    assertThat(remedies(scene)).isEmpty();
  }

  @Test
  void remedies_grantThatAsksForAConfirmation_both() {
    Scene scene = scene().declare(grant("g", C, ALL));
    scene.permit("users", slots("deploy", "User"), Expr.yes());
    assertThat(remedies(scene)).isEqualTo("confirmation yes + grant g");
  }

  // Only what a member may start

  @Test
  void remedies_approvalOfAnotherHead_none() {
    Approval users = approval("one", slots("deploy", "User"), Expr.yes(), allOf(clause(1)));
    assertThat(remedies(scene().redeclare(users).permit("p", A1))).isEmpty();
  }

  @Test
  void remedies_approvalVetoed_notUntilItCanBeOpenedAgain() {
    Scene scene = scene().permit("p", A1);
    Votes.put(scene, Votes.on(scene, ONE, deploy(), BOT, "-bo@10"));
    assertThat(remedies(scene.at(NOON + 11 * MINUTE))).isEmpty();
    assertThat(remedies(scene.at(NOON + 4 * HOUR + 9 * MINUTE))).isEmpty();
    assertThat(remedies(scene.at(NOON + 4 * HOUR + 10 * MINUTE))).isEqualTo("approval one");
  }

  @Test
  void remedies_confirmationWithoutSomebodyToConsent_none() {
    Scene scene = scene().permit("p", C);
    assertThat(remedies(scene)).isEqualTo("confirmation yes");
    Request alone = Request.of(user("ann"), "deploy", LEDGER).arg("env", "prod");
    assertThat(remedies(scene, alone)).isEmpty();
    Request agents = Request.of(BOT, "deploy", LEDGER).onBehalfOf(Scene.BOT2).arg("env", "prod");
    assertThat(remedies(scene, agents)).isEmpty();
  }

  @Test
  void remedies_grantThatNoMemberMayAskFor_none() {
    Scene scene = scene().permit("users", slots("deploy", "User"), Expr.yes());
    scene.declare(by(grant("g", Expr.yes(), ALL), List.of(Declarations.actor(SEC)), List.of()));
    assertThat(remedies(scene)).isEmpty();
    Request forEd = Request.of(BOT, "deploy", LEDGER).onBehalfOf(user("ed")).arg("env", "prod");
    assertThat(remedies(scene, forEd)).isEqualTo("grant g");
  }

  @Test
  void remedies_emergency_onlyWhereAPersonMayAskAndNoneAwaitsReview() {
    Scene scene = scene().permit("users", slots("deploy", "User"), Expr.yes());
    scene.declare(emergency("g"));
    assertThat(remedies(scene)).isEqualTo("grant g");
    Request agents = Request.of(BOT, "deploy", LEDGER).onBehalfOf(Scene.BOT2).arg("env", "prod");
    scene.permit("all", slots("deploy", "User"), Expr.yes());
    assertThat(remedies(scene, agents)).isEmpty();
    GrantOrder order = GrantOrder.of("g", BOT, user("ann")).because("it burns");
    scene.done(scene.commands().ask(scene.bind(deploy()), order));
    scene.after(HOUR);
    assertThat(remedies(scene)).as("the first awaits its review").isEmpty();
  }

  // The search

  private static Scene many(int approvals, int together) {
    Scene scene = new Scene().freeAgents();
    List<Expr> any = new ArrayList<>();
    IntStream.range(0, approvals)
        .forEach(
            i -> {
              String id = "a" + (char) ('a' + i);
              scene.declare(approval(id, allOf(clause(1))));
              any.add(new Expr.Approved(id));
            });
    List<Expr> groups = new ArrayList<>();
    for (int i = 0; i + together <= approvals; i += together) {
      groups.add(new Expr.And(any.subList(i, i + together)));
    }
    return scene.permit("p", new Expr.Or(groups));
  }

  @Test
  void remedies_manyAlternatives_theFirstEight() {
    assertThat(remedies(many(12, 1)).split(", ", -1))
        .containsExactly(
            IntStream.range(0, 8)
                .mapToObj(i -> "approval a" + (char) ('a' + i))
                .toArray(String[]::new));
  }

  @Test
  void remedies_beyondTheBudget_oneThatIsMinimal() {
    assertThat(remedies(many(20, 10)))
        .isEqualTo(
            IntStream.range(10, 20)
                .mapToObj(i -> "approval a" + (char) ('a' + i))
                .collect(Collectors.joining(" + ")));
  }
}
