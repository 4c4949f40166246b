package dev.writ.core.reference;

import static dev.writ.core.reference.Declarations.allOf;
import static dev.writ.core.reference.Declarations.anyOf;
import static dev.writ.core.reference.Declarations.approval;
import static dev.writ.core.reference.Declarations.clause;
import static dev.writ.core.reference.Declarations.eachOwner;
import static dev.writ.core.reference.Declarations.error;
import static dev.writ.core.reference.Declarations.excluding;
import static dev.writ.core.reference.Declarations.excludingIn;
import static dev.writ.core.reference.Declarations.in;
import static dev.writ.core.reference.Declarations.notIn;
import static dev.writ.core.reference.Declarations.oncall;
import static dev.writ.core.reference.Declarations.owner;
import static dev.writ.core.reference.Declarations.slots;
import static dev.writ.core.reference.Declarations.team;
import static dev.writ.core.reference.Declarations.veto;
import static dev.writ.core.reference.Declarations.when;
import static dev.writ.core.reference.Scene.BOT;
import static dev.writ.core.reference.Scene.DEV;
import static dev.writ.core.reference.Scene.HOUR;
import static dev.writ.core.reference.Scene.LOG;
import static dev.writ.core.reference.Scene.MINUTE;
import static dev.writ.core.reference.Scene.NOON;
import static dev.writ.core.reference.Scene.SEC;
import static dev.writ.core.reference.Scene.SRE;
import static dev.writ.core.reference.Scene.deploy;
import static dev.writ.core.reference.Scene.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.Suspension;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Expr;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code approved} says of a request by what was voted on it. Opened at noon. */
class ApprovedTest {

  private static final Expr PEOPLE =
      new Expr.Const(SetValue.of(List.<Value>of(user("bo"), user("cy"))));

  private static Map<String, Approval> approvals() {
    Map<String, Approval> all = new TreeMap<>();
    all.put("one", approval("one", allOf(clause(1))));
    all.put("two", approval("two", allOf(clause(2, SRE))));
    all.put("both", approval("both", allOf(clause(1, SRE), clause(1, SEC))));
    all.put("either", approval("either", anyOf(clause(2, SRE), clause(1, SEC))));
    all.put("none", approval("none", allOf()));
    all.put("team", approval("team", allOf(in(1, team()))));
    all.put("notDev", approval("notDev", allOf(notIn(1, DEV))));
    all.put("oncall", approval("oncall", allOf(when(clause(1, SRE), oncall()))));
    all.put("owners", approval("owners", allOf(eachOwner(1))));
    all.put("ownersAndOne", approval("ownersAndOne", allOf(eachOwner(1), clause(1, SRE))));
    all.put("veto", approval("veto", allOf(veto(clause(1, SRE), 1), clause(1, SEC))));
    all.put("veto2", approval("veto2", allOf(veto(clause(1, SRE), 2))));
    all.put("noOwner", approval("noOwner", allOf(clause(1)), excluding(owner())));
    all.put("noBoCy", approval("noBoCy", allOf(clause(1)), excluding(PEOPLE)));
    all.put("noSre", approval("noSre", allOf(clause(1)), excludingIn(new Expr.Const(SRE))));
    all.put("noError", approval("noError", allOf(clause(1)), excluding(error())));
    all.put("groupError", approval("groupError", allOf(in(1, error()))));
    all.put("eitherError", approval("eitherError", anyOf(in(1, error()), clause(1, SEC))));
    return all;
  }

  private static Approval declared(String id) {
    return Objects.requireNonNull(approvals().get(id), id);
  }

  private static Scene scene(String id, String votes) {
    Scene scene = new Scene().declare(declared(id));
    Votes.put(scene, Votes.on(scene, declared(id), deploy(), BOT, votes));
    return scene.at(NOON + HOUR);
  }

  @ParameterizedTest(name = "{0}: {1}: {3}")
  @CsvSource({
    "one, bo@10,            true,  a yes",
    "one, '',               false, no vote",
    "one, -bo@10,           false, a refusal fills nothing",
    "one, bo@10!,           false, shown another subject",
    "one, bo@10~20,         false, withdrawn",
    "one, nobody@10,        false, a voter the store does not know",
    "one, ann@10,           false, the origin is excluded",
    "one, ann2@10,          false, and so is the same person under another name",
    "one, bo@61,            false, a vote from the future",
    "two, bo@10,            false, one of two",
    "two, bo@10 cy@20,      true,  two of two",
    "two, bo@10 bo@20,      false, one person is one vote",
    "two, bo@10 ed@20,      false, ed is not in the team",
    "two, bo@10 -bo@20 cy@30, false, a person's later no takes the place of the yes",
    "two, bo@10 -bo@20~25 cy@30, false, withdrawing the no does not bring back the yes",
    "two, -bo@10 bo@20 cy@30, true, a later yes takes the place of the no",
    "two, bo@10~15 bo@20 cy@30, true, voted again after withdrawing",
    "both, di@10,           false, one vote fills one clause",
    "both, di@10 bo@20,     true,  di moves to the clause bo cannot fill",
    "both, bo@10 di@20,     true,  in any order",
    "both, bo@10 cy@20,     false, nobody of security",
    "either, ed@10,         true,  the second clause alone",
    "either, bo@10,         false, half of the first",
    "either, bo@10 cy@20,   true,  all of the first",
    "none, bo@10,           false, no clauses are never filled",
    "team, bo@10,           true,  in resource.team",
    "team, ed@10,           false, not in resource.team",
    "notDev, bo@10,         true,  outside the group",
    "notDev, flo@10,        false, inside the group",
    "oncall, bo@10#0,       true,  on call at the vote",
    "oncall, bo@10,         false, not on call at the vote",
    "owners, bo@10 ed@20,   true,  one vote for each owner",
    "owners, di@10,         true,  one vote covers all it fits",
    "owners, bo@10,         false, an owner is left",
    "ownersAndOne, di@10 bo@20, true, one covers all owners and one the other clause",
    "ownersAndOne, di@10,   false, a vote does not fill both",
    "veto, bo@10 ed@20,     true,  no refusal",
    "veto, bo@10 ed@20 -cy@30, false, a veto after completion",
    "veto, -cy@10 bo@20 ed@30, false, a veto before it",
    "veto, bo@10 di@20 -ed@30, true, no veto in ed's clause",
    "veto, -cy@10~15 bo@20 ed@30, false, a veto reached is final though withdrawn",
    "veto, -cy@10! bo@20 ed@30, true, a refusal of another subject",
    "veto2, bo@10 -cy@20,   true,  one refusal of two",
    "veto2, bo@10 -cy@20 -di@30, false, two refusals",
    "veto2, bo@10 -cy@20~25 -di@30, true, never two at once",
    "veto2, bo@10 -cy@20~35 -di@30, false, two at one time",
    "veto2, bo@10 -cy@20 -cy@30, true, one person refuses once",
    "noOwner, bo@10,        true,  not the owner",
    "noBoCy, bo@10,         false, in an excluded set",
    "noBoCy, di@10,         true,  not in the set",
    "noSre, bo@10,          false, in an excluded group",
    "noSre, ed@10,          true,  outside it",
    "noSre, bo2@10,         false, in it under another name",
    "noError, bo@10,        false, an error excludes everybody",
    "groupError, bo@10,     false, an error in a group lets nobody in",
    "eitherError, ed@10,    true,  but does not touch another clause",
  })
  void approved_byVotes_asExpected(String id, String votes, boolean approved, String why) {
    assertThat(scene(id, votes).facts(deploy()).approved(id)).as(why).isEqualTo(Truth.of(approved));
  }

  @ParameterizedTest(name = "{2} minutes after noon: {3}")
  @CsvSource({
    "bo@10, one,  9, false",
    "bo@10, one, 10, true",
    "bo@10, one, 69, true",
    "bo@10, one, 70, false",
    "bo@10 cy@40, two, 39, false",
    "bo@10 cy@40, two, 40, true",
    "bo@10 cy@40, two, 99, true",
    "bo@10 cy@40, two, 100, false",
    "bo@10 cy@40 di@50, two, 99, true",
    "bo@10 cy@40 di@50, two, 100, false",
    "bo@10~45 cy@40 di@50, two, 109, true",
    "bo@10 bo@40, one, 69, true",
    "bo@10 bo@40, one, 70, false",
    "bo@10 bo@250, one, 60, true",
    "bo@239, one, 239, true",
    "bo@240, one, 240, false",
  })
  void approved_overTime_fromCompletionForAsLongAsValid(
      String votes, String id, long minutes, boolean approved) {
    Scene scene = scene(id, votes).at(NOON + minutes * MINUTE);
    assertThat(scene.facts(deploy()).approved(id)).isEqualTo(Truth.of(approved));
  }

  @ParameterizedTest
  @CsvSource({"10, 70", "200, 260", "20, 80"})
  void nextChange_complete_isTheInstantItLapses(long voted, long lapses) {
    Scene scene = scene("one", "bo@" + voted).at(NOON + voted * MINUTE);
    RequestAuthority facts = scene.facts(deploy());
    facts.approved("one");
    assertThat(facts.nextChange()).isEqualTo(OptionalLong.of(NOON + lapses * MINUTE));
  }

  @Test
  void nextChange_open_isTheInstantVotesComeTooLate() {
    RequestAuthority facts = scene("one", "").facts(deploy());
    facts.approved("one");
    assertThat(facts.nextChange()).isEqualTo(OptionalLong.of(NOON + 4 * HOUR));
  }

  // What was approved is what runs

  private static Map<String, Request> others() {
    Map<String, Request> others = new TreeMap<>();
    others.put("same", deploy());
    others.put(
        "resource", Request.of(BOT, "deploy", LOG).onBehalfOf(user("ann")).arg("env", "prod"));
    others.put("argument", deploy().arg("env", "dev"));
    others.put("added argument", deploy().arg("ticket", "OPS-1"));
    others.put("fact", deploy().fact("digest", "sha256:1f"));
    others.put("principal", on(Scene.BOT2).onBehalfOf(user("ann")).arg("env", "prod"));
    others.put("origin", on(BOT).onBehalfOf(user("bo")).arg("env", "prod"));
    others.put("no chain", on(BOT).arg("env", "prod"));
    others.put("longer chain", on(BOT).onBehalfOf(Scene.BOT2, user("ann")).arg("env", "prod"));
    others.put(
        "action",
        Request.of(BOT, "restart", Scene.LEDGER).onBehalfOf(user("ann")).arg("env", "prod"));
    return others;
  }

  private static Request on(EntityId principal) {
    return Request.of(principal, "deploy", Scene.LEDGER);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "same, true",
    "resource, false",
    "argument, false",
    "added argument, false",
    "fact, false",
    "principal, false",
    "origin, false",
    "no chain, false",
    "longer chain, false",
    "action, false",
  })
  void approved_anotherRequest_onlyTheVeryOneThatWasShown(String other, boolean approved) {
    Scene scene =
        new Scene()
            .declare(approval("any", Declarations.everySlot(), Expr.yes(), allOf(clause(1))));
    Approval any = scene.policies().approvals().get(0);
    Votes.put(scene, Votes.on(scene, any, deploy(), BOT, "cy@10"));
    scene.at(NOON + 20 * MINUTE);
    Request request = Objects.requireNonNull(others().get(other));
    assertThat(scene.facts(request).approved("any")).isEqualTo(Truth.of(approved));
  }

  @Test
  void approved_headDoesNotSpanTheRequest_false() {
    Approval users = approval("one", slots("deploy", "User"), Expr.yes(), allOf(clause(1)));
    Scene scene = new Scene().declare(users);
    Votes.put(scene, Votes.on(scene, users, deploy(), BOT, "bo@10"));
    assertThat(scene.after(HOUR).facts(deploy()).approved("one")).isEqualTo(Truth.FALSE);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false", "error, false"})
  void approved_conditionOfTheHead_mustHold(String head, boolean approved) {
    Expr condition = head.equals("error") ? error() : head.equals("true") ? Expr.yes() : Expr.no();
    Approval declared = approval("one", slots("deploy", "Agent"), condition, allOf(clause(1)));
    Scene scene = new Scene().declare(declared);
    Votes.put(scene, Votes.on(scene, declared, deploy(), BOT, "bo@10"));
    RequestAuthority facts = scene.after(HOUR).facts(deploy());
    assertThat(facts.approved("one")).isEqualTo(Truth.of(approved));
    assertThat(facts.errors().isEmpty()).isEqualTo(!head.equals("error"));
  }

  @Test
  void approved_notDeclared_false() {
    Scene scene = scene("one", "bo@10");
    assertThat(scene.facts(deploy()).approved("two")).isEqualTo(Truth.FALSE);
    assertThat(scene.facts(deploy()).confirmed("one")).isEqualTo(Truth.FALSE);
  }

  @Test
  void approved_usedUp_false() {
    Scene scene = scene("one", "bo@10");
    ApprovalRecord spent = scene.state.approvals().get(0).spent();
    Votes.put(scene, spent);
    assertThat(scene.facts(deploy()).approved("one")).isEqualTo(Truth.FALSE);
  }

  @Test
  void approved_openedByAStranger_false() {
    Scene scene = new Scene().declare(declared("one"));
    Votes.put(scene, Votes.on(scene, declared("one"), deploy(), user("cy"), "bo@10"));
    assertThat(scene.after(HOUR).facts(deploy()).approved("one")).isEqualTo(Truth.FALSE);
  }

  // Checked at every decision

  @Test
  void approved_voterLeftTheGroup_false() {
    Scene scene = scene("two", "bo@10 cy@20").put(Scene.person("cy", "cy", DEV));
    assertThat(scene.facts(deploy()).approved("two")).isEqualTo(Truth.FALSE);
  }

  @Test
  void approved_voterNoLongerOnCall_stillTrue() {
    Scene scene =
        scene("oncall", "bo@10#0").put(Scene.person("bo", "bo", SRE).with("oncall", false));
    assertThat(scene.facts(deploy()).approved("oncall")).isEqualTo(Truth.TRUE);
  }

  @ParameterizedTest
  @CsvSource({"User, bo", "Team, sre"})
  void approved_voterOrGroupSuspended_false(String type, String id) {
    Scene scene = scene("one", "bo@10");
    EntityId suspended = EntityId.of(type, id);
    scene.state =
        scene.state.toBuilder().put(new Suspension(suspended, user("ed"), "/User", NOON)).build();
    assertThat(scene.facts(deploy()).approved("one")).isEqualTo(Truth.FALSE);
  }

  @Test
  void approved_voterBecameTheOwner_false() {
    Scene scene = scene("noOwner", "bo@10");
    assertThat(scene.facts(deploy()).approved("noOwner")).isEqualTo(Truth.TRUE);
    scene.put(Entity.of(BOT).with("owner", "bo").in(SRE));
    assertThat(scene.facts(deploy()).approved("noOwner")).isEqualTo(Truth.FALSE);
  }

  @Test
  void approved_vetoRecorded_falseWhateverBecameOfTheRefuser() {
    Scene scene = scene("veto", "bo@10 ed@20 -cy@30");
    ApprovalRecord vetoed = scene.state.approvals().get(0).vetoed(NOON + 30 * MINUTE);
    scene.put(Scene.person("cy", "cy", DEV));
    assertThat(scene.facts(deploy()).approved("veto"))
        .as("the refusal counts no more")
        .isEqualTo(Truth.TRUE);
    Votes.put(scene, vetoed);
    assertThat(scene.facts(deploy()).approved("veto")).isEqualTo(Truth.FALSE);
  }

  @Test
  void approved_refuserUnknown_vetoesAllTheSame() {
    Scene scene = scene("veto", "bo@10 ed@20 -cy@30").remove(user("cy"));
    assertThat(scene.facts(deploy()).approved("veto")).isEqualTo(Truth.FALSE);
  }

  @Test
  void approved_emptySetOfOwners_cannotBeFilled() {
    Approval owners = declared("owners");
    Request onLog = Request.of(BOT, "deploy", LOG).onBehalfOf(user("ann")).arg("env", "prod");
    Scene scene = new Scene().declare(owners);
    Votes.put(scene, Votes.on(scene, owners, onLog, BOT, "bo@10 di@20 ed@30"));
    assertThat(scene.after(HOUR).facts(onLog).approved("owners")).isEqualTo(Truth.FALSE);
  }
}
