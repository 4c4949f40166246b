package dev.writ.core.reference;

import static dev.writ.core.reference.Declarations.allOf;
import static dev.writ.core.reference.Declarations.approval;
import static dev.writ.core.reference.Declarations.clause;
import static dev.writ.core.reference.Declarations.confirmation;
import static dev.writ.core.reference.Scene.BOT;
import static dev.writ.core.reference.Scene.BOT2;
import static dev.writ.core.reference.Scene.LEDGER;
import static dev.writ.core.reference.Scene.MINUTE;
import static dev.writ.core.reference.Scene.NOON;
import static dev.writ.core.reference.Scene.deploy;
import static dev.writ.core.reference.Scene.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.authority.Suspension;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Approval;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code confirmed} says: the origin's own consent. Opened at noon, by the bot for ann. */
class ConfirmedTest {

  private static final Approval YES = confirmation("yes");

  private static Scene scene(Request request, String votes) {
    Scene scene = new Scene().declare(YES);
    Votes.put(scene, Votes.on(scene, YES, request, request.principal(), votes));
    return scene.at(NOON + 4 * MINUTE);
  }

  private static Request restart(EntityId... members) {
    Request request = Request.of(members[0], "restart", LEDGER).arg("env", "prod");
    return members.length == 1 ? request : request.onBehalfOf(members[1]);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "ann@1, true, the origin",
    "ann2@1, true, the same person under another name",
    "bo@1, false, somebody else",
    "ann@1~2, false, withdrawn",
    "ann@1!, false, shown another subject",
    "-ann@1, false, refused",
    "-ann@1 ann@2, false, a refusal is a veto",
    "-ann@1~2 ann@3, false, and stays one when withdrawn",
    "-bo@1 ann@2, true, nobody else can refuse",
    "ann@5, false, a vote from the future",
    "'', false, no vote",
  })
  void confirmed_byVotes_onlyTheOrigin(String votes, boolean confirmed, String why) {
    assertThat(scene(deploy(), votes).facts(deploy()).confirmed("yes"))
        .as(why)
        .isEqualTo(Truth.of(confirmed));
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "5, true", "6, false"})
  void confirmed_overTime_asLongAsValid(long minutes, boolean confirmed) {
    Scene scene = scene(deploy(), "ann@1").at(NOON + minutes * MINUTE);
    assertThat(scene.facts(deploy()).confirmed("yes")).isEqualTo(Truth.of(confirmed));
  }

  @Test
  void confirmed_originIsThePrincipal_false() {
    Request alone = restart(user("ann"));
    assertThat(scene(alone, "ann@1").facts(alone).confirmed("yes")).isEqualTo(Truth.FALSE);
  }

  @Test
  void confirmed_originIsThePrincipalUnderAnotherName_false() {
    Request same = restart(user("ann2"), user("ann"));
    assertThat(scene(same, "ann@1").facts(same).confirmed("yes")).isEqualTo(Truth.FALSE);
  }

  @Test
  void confirmed_originIsNoPerson_false() {
    Request agents = restart(BOT, BOT2);
    assertThat(scene(agents, "ann@1 bo@2").facts(agents).confirmed("yes")).isEqualTo(Truth.FALSE);
  }

  @Test
  void confirmed_originSuspended_false() {
    Scene scene = scene(deploy(), "ann@1");
    scene.state =
        scene.state.toBuilder().put(new Suspension(user("ann"), user("ed"), "/User", NOON)).build();
    assertThat(scene.facts(deploy()).confirmed("yes")).isEqualTo(Truth.FALSE);
  }

  @Test
  void confirmed_neverAnApproval_norTheOtherWayRound() {
    Approval one = approval("one", allOf(clause(1)));
    Scene scene = scene(deploy(), "ann@1").declare(one);
    Votes.put(scene, Votes.on(scene, one, deploy(), BOT, "bo@1"));
    RequestAuthority facts = scene.facts(deploy());
    assertThat(facts.approved("one")).isEqualTo(Truth.TRUE);
    assertThat(facts.confirmed("one")).isEqualTo(Truth.FALSE);
    assertThat(facts.approved("yes")).isEqualTo(Truth.FALSE);
    assertThat(facts.confirmed("yes")).isEqualTo(Truth.TRUE);
  }
}
