package dev.writ.core.reference;

import static dev.writ.core.reference.Declarations.allOf;
import static dev.writ.core.reference.Declarations.approval;
import static dev.writ.core.reference.Declarations.clause;
import static dev.writ.core.reference.Declarations.confirmation;
import static dev.writ.core.reference.Declarations.oncall;
import static dev.writ.core.reference.Declarations.slots;
import static dev.writ.core.reference.Declarations.veto;
import static dev.writ.core.reference.Declarations.when;
import static dev.writ.core.reference.Declarations.with;
import static dev.writ.core.reference.Scene.BOT;
import static dev.writ.core.reference.Scene.BOT2;
import static dev.writ.core.reference.Scene.HOUR;
import static dev.writ.core.reference.Scene.LEDGER;
import static dev.writ.core.reference.Scene.MINUTE;
import static dev.writ.core.reference.Scene.NOON;
import static dev.writ.core.reference.Scene.SEC;
import static dev.writ.core.reference.Scene.SRE;
import static dev.writ.core.reference.Scene.assertRefused;
import static dev.writ.core.reference.Scene.deploy;
import static dev.writ.core.reference.Scene.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.Suspension;
import dev.writ.core.authority.Vote;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Expr;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opening, voting, refusing and withdrawing. */
class ApprovalCommandsTest {
  private static final Approval ONE =
      approval("one", allOf(veto(when(clause(1, SRE), oncall()), 1)));
  private static final Approval TWO = approval("two", allOf(clause(2)));

  private static Scene scene() {
    return new Scene().declare(ONE, TWO, confirmation("yes"));
  }

  private static ApprovalRecord open(Scene scene, String id, Request request) {
    return scene.done(scene.commands().open(id, scene.bind(request), request.principal()));
  }

  private static CommandResult<ApprovalRecord> vote(
      Scene scene, ApprovalRecord record, String voter, boolean yes, @Nullable String reason) {
    return scene
        .commands()
        .vote(record.id(), new Ballot(user(voter), yes, record.digest(), reason));
  }

  private static ApprovalRecord yes(Scene scene, ApprovalRecord record, String voter) {
    return scene.done(vote(scene, record, voter, true, null));
  }

  private static ApprovalRecord no(Scene scene, ApprovalRecord record, String voter) {
    return scene.done(vote(scene, record, voter, false, null));
  }

  // Opening

  @Test
  void open_request_keepsWhatVotersAreShown() {
    Scene scene = scene();
    ApprovalRecord record = open(scene, "one", deploy().arg("ticket", "OPS-1"));
    assertThat(record.approval()).isEqualTo("one");
    assertThat(record.requester()).isEqualTo(BOT);
    assertThat(record.openedMillis()).isEqualTo(NOON);
    assertThat(record.claim())
        .isEqualTo(Matter.claim(scene.asked(deploy().arg("ticket", "OPS-1"))));
    assertThat(scene.state.position()).isEqualTo(1);
    assertThat(scene.state.latestMillis()).isEqualTo(NOON);
  }

  @Test
  void open_openAlready_returnsThatOne() {
    Scene scene = scene();
    ApprovalRecord first = open(scene, "two", deploy());
    AuthoritySnapshot before = scene.state;
    scene.after(HOUR);
    ApprovalRecord again =
        scene.done(scene.commands().open("two", scene.bind(deploy()), user("ann")));
    assertThat(again).isEqualTo(first);
    assertThat(scene.state).isSameAs(before);
  }

  @Test
  void open_afterItsTime_isAnother() {
    Scene scene = scene();
    ApprovalRecord first = open(scene, "two", deploy());
    scene.after(4 * HOUR);
    assertThat(open(scene, "two", deploy()).id()).isNotEqualTo(first.id());
  }

  @Test
  void open_usableAlready_returnsThatOneUntilItLapsesOrIsUsedUp() {
    Scene scene = scene();
    ApprovalRecord record = open(scene, "one", deploy());
    yes(scene, record, "bo");
    scene.after(59 * MINUTE);
    assertThat(open(scene, "one", deploy()).id()).isEqualTo(record.id());
    scene.after(MINUTE);
    assertThat(open(scene, "one", deploy()).id()).isEqualTo("approval-3");
    Votes.put(scene, yes(scene, scene.state.approvals().get(1), "bo").spent());
    assertThat(open(scene, "one", deploy()).id()).isEqualTo("approval-5");
  }

  @Test
  void open_anotherRequest_isAnotherSubject() {
    Scene scene = scene();
    ApprovalRecord first = open(scene, "two", deploy());
    assertThat(open(scene, "two", deploy().arg("ticket", "OPS-1")).digest())
        .isNotEqualTo(first.digest());
  }

  @Test
  void open_what_isRefused() {
    Scene scene = scene().declare(approval("users", slots("deploy", "User"), Expr.yes(), allOf()));
    Commands commands = scene.commands();
    assertRefused(
        commands.open("one", scene.bind(deploy()), user("bo")),
        "`User::\"bo\"` is no member of the request");
    assertRefused(
        commands.open("users", scene.bind(deploy()), BOT), "`users` is not for this request");
    assertRefused(
        commands.open("nine", scene.bind(deploy()), BOT),
        "no approval or confirmation is called `nine`");
    Request alone = Request.of(user("ann"), "deploy", LEDGER).arg("env", "prod");
    assertRefused(
        commands.open("yes", scene.bind(alone), user("ann")),
        "`yes` needs an origin that is a person and not the principal");
  }

  @Test
  void open_bySomebodySuspended_refused() {
    Scene scene = scene();
    scene.state =
        scene.state.toBuilder().put(new Suspension(BOT, user("ed"), "/Agent", NOON)).build();
    assertRefused(
        scene.commands().open("one", scene.bind(deploy()), BOT), "`Agent::\"bot\"` is suspended");
  }

  @Test
  void open_moreThanTheBoundForAPrincipal_refusedUntilOneIsClosed() {
    Scene scene = new Scene().declare(with(TWO, 1, false, 2));
    open(scene, "two", deploy());
    ApprovalRecord second = open(scene, "two", deploy().arg("ticket", "OPS-2"));
    Request third = deploy().arg("ticket", "OPS-3");
    assertRefused(
        scene.commands().open("two", scene.bind(third), BOT),
        "`Agent::\"bot\"` has 2 open of `two` already");
    Request others = Request.of(BOT2, "deploy", LEDGER).onBehalfOf(user("ann")).arg("env", "prod");
    assertThat(open(scene, "two", others).requester()).as("another principal").isEqualTo(BOT2);
    yes(scene, second, "bo");
    yes(scene, second, "cy");
    assertThat(open(scene, "two", third)).as("one is complete").isNotNull();
  }

  // Voting

  @Test
  void vote_enough_approved() {
    Scene scene = scene();
    ApprovalRecord record = open(scene, "two", deploy());
    yes(scene, record, "bo");
    assertThat(scene.facts(deploy()).approved("two")).isEqualTo(Truth.FALSE);
    yes(scene.after(MINUTE), record, "cy");
    assertThat(scene.facts(deploy()).approved("two")).isEqualTo(Truth.TRUE);
  }

  @Test
  void vote_conditionOfTheClause_recordedAtTheVote() {
    Scene scene = scene();
    ApprovalRecord record = yes(scene, open(scene, "one", deploy()), "bo");
    assertThat(record.votes()).extracting(Vote::clauses).containsExactly(sorted(0));
    scene.put(Scene.person("bo", "bo", SRE).with("oncall", false));
    assertThat(scene.facts(deploy()).approved("one")).isEqualTo(Truth.TRUE);
  }

  private static SortedSet<Integer> sorted(int clause) {
    return new TreeSet<>(Set.of(clause));
  }

  @ParameterizedTest(name = "{0} by {1}: {3}")
  @CsvSource({
    "one, off, true, `approver.oncall` does not hold now",
    "one, ed, true, asked by none of its clauses",
    "one, ann, true, excluded as one of those who ask",
    "one, ann2, true, excluded as one of those who ask",
    "one, nobody, true, which person that is cannot be told",
    "one, ed, false, asked by none of its clauses",
    "one, nobody, false, which person that is cannot be told",
    "yes, bo, true, 'only `User::\"ann\"`, for whom it is done, is asked'",
    "yes, bo, false, 'only `User::\"ann\"`, for whom it is done, is asked'",
  })
  void vote_notEligible_refused(String id, String voter, boolean yes, String why) {
    Scene scene = scene();
    ApprovalRecord record = open(scene, id, deploy());
    assertRefused(
        vote(scene, record, voter, yes, null),
        "`User::\"" + voter + "\"` may not vote on `approval-1`: " + why);
  }

  @Test
  void vote_shownAnotherSubject_refused() {
    Scene scene = scene();
    ApprovalRecord record = open(scene, "one", deploy());
    assertRefused(
        scene.commands().vote(record.id(), new Ballot(user("bo"), true, "sha256:x", null)),
        "the voter was shown another subject than that of `approval-1`");
    assertRefused(
        scene.commands().vote("approval-9", new Ballot(user("bo"), true, "sha256:x", null)),
        "nothing is open under the id `approval-9`");
  }

  @ParameterizedTest
  @CsvSource({"false, , true", "true, , false", "true, '  ', false", "true, looks fine, true"})
  void vote_reason_askedForWhereDeclared(boolean asked, @Nullable String reason, boolean accepted) {
    Scene scene = new Scene().declare(with(TWO, 1, asked, 0));
    ApprovalRecord record = open(scene, "two", deploy());
    CommandResult<ApprovalRecord> result = vote(scene, record, "bo", true, reason);
    assertThat(result instanceof CommandResult.Done).isEqualTo(accepted);
    if (!accepted) {
      assertRefused(result, "a vote on `two` needs a reason");
    }
  }

  @ParameterizedTest(name = "a {0} after {1} minutes: {2}")
  @CsvSource({
    "yes, 239, true",
    "yes, 240, false",
    "no, 239, true",
    "no, 240, false",
  })
  void vote_onSomethingOpen_withinItsTime(String vote, long minutes, boolean taken) {
    Scene scene = scene();
    ApprovalRecord record = open(scene, "one", deploy());
    scene.after(minutes * MINUTE);
    assertThat(vote(scene, record, "bo", vote.equals("yes"), null) instanceof CommandResult.Done)
        .isEqualTo(taken);
  }

  @ParameterizedTest(name = "a refusal {0} minutes after completion: {1}")
  @CsvSource({"0, true", "59, true", "60, false"})
  void vote_refusalOfSomethingComplete_whileItCanBeUsed(long minutes, boolean taken) {
    Scene scene = scene();
    ApprovalRecord record = open(scene, "one", deploy());
    yes(scene, record, "bo");
    scene.after(minutes * MINUTE);
    CommandResult<ApprovalRecord> result = vote(scene, record, "cy", false, null);
    assertThat(result instanceof CommandResult.Done).isEqualTo(taken);
    if (taken) {
      scene.done(result);
      assertThat(scene.facts(deploy()).approved("one")).isEqualTo(Truth.FALSE);
    }
  }

  @Test
  void vote_usedUp_refusedAsNothingCanBeStopped() {
    Scene scene = scene();
    ApprovalRecord record = open(scene, "one", deploy());
    Votes.put(scene, yes(scene, record, "bo").spent());
    assertRefused(
        vote(scene, record, "cy", false, null), "`approval-1` takes no such vote any more");
  }

  @Test
  void vote_twice_changesNothing() {
    Scene scene = new Scene().declare(TWO);
    Request forEd = Request.of(BOT, "deploy", LEDGER).onBehalfOf(user("ed")).arg("env", "prod");
    ApprovalRecord record = open(scene, "two", forEd);
    yes(scene, record, "ann");
    AuthoritySnapshot before = scene.state;
    yes(scene.after(MINUTE), record, "ann2");
    assertThat(scene.state).as("one person").isSameAs(before);
  }

  @Test
  void vote_changedMind_theLaterVoteCounts() {
    Scene scene = scene();
    ApprovalRecord record = open(scene, "two", deploy());
    yes(scene, record, "bo");
    yes(scene, record, "cy");
    no(scene.after(MINUTE), record, "bo");
    assertThat(scene.facts(deploy()).approved("two")).isEqualTo(Truth.FALSE);
    yes(scene.after(MINUTE), record, "bo");
    assertThat(scene.facts(deploy()).approved("two")).isEqualTo(Truth.TRUE);
  }

  // Veto

  @Test
  void vote_veto_finalAndBlocksTheSubject() {
    Scene scene = scene();
    ApprovalRecord record = open(scene, "one", deploy());
    scene.after(10 * MINUTE);
    assertThat(no(scene, record, "bo").vetoedMillis()).isEqualTo(scene.now);
    assertRefused(vote(scene, record, "cy", true, null), "`approval-1` was vetoed");
    assertRefused(
        scene.commands().withdraw(record.id(), user("bo")),
        "`approval-1` was vetoed, which is final");
    scene.at(NOON + 4 * HOUR + 9 * MINUTE);
    assertRefused(
        scene.commands().open("one", scene.bind(deploy()), BOT),
        "`one` was vetoed, not to be opened before 2026-03-02T16:10:00Z");
    scene.after(MINUTE);
    assertThat(open(scene, "one", deploy()).id()).isEqualTo("approval-3");
  }

  @Test
  void vote_originRefusesAConfirmation_isAVeto() {
    Scene scene = scene();
    ApprovalRecord record = open(scene, "yes", deploy());
    assertThat(no(scene, record, "ann").vetoedMillis()).isEqualTo(NOON);
    assertRefused(vote(scene, record, "ann", true, null), "`approval-1` was vetoed");
  }

  // Withdrawing

  @Test
  void withdraw_vote_noLongerCounts() {
    Scene scene = scene();
    ApprovalRecord record = open(scene, "one", deploy());
    yes(scene, record, "bo");
    scene.done(scene.after(MINUTE).commands().withdraw(record.id(), user("bo")));
    assertThat(scene.facts(deploy()).approved("one")).isEqualTo(Truth.FALSE);
    assertRefused(
        scene.commands().withdraw(record.id(), user("bo")),
        "`User::\"bo\"` has no vote on `approval-1`");
  }

  @Test
  void withdraw_afterItCanBeUsed_refused() {
    Scene scene = scene();
    ApprovalRecord record = open(scene, "one", deploy());
    yes(scene, record, "bo");
    scene.after(4 * HOUR);
    assertRefused(
        scene.commands().withdraw(record.id(), user("bo")), "`approval-1` can no longer be used");
  }

  // One vote on all

  @Test
  void voteOnAll_openOnesThatWereShown_andTheVoterMayVoteOn() {
    Scene scene = scene().declare(approval("sec", allOf(clause(1, SEC))));
    ApprovalRecord one = open(scene, "one", deploy());
    ApprovalRecord two = open(scene, "two", deploy());
    ApprovalRecord sec = open(scene, "sec", deploy());
    open(scene, "two", deploy().arg("ticket", "OPS-1"));
    Set<String> shown = Set.of(one.digest(), sec.digest(), two.digest());
    assertThat(voteOnAll(scene, user("bo"), shown)).isEqualTo("approval-1 approval-2");
    assertThat(voteOnAll(scene, user("di"), Set.of(sec.digest()))).isEqualTo("approval-3");
    assertRefused(
        scene.commands().vote(scene.bind(deploy()), user("cy"), true, Set.of(), null),
        "nothing that the voter was shown is open");
    assertRefused(
        scene.commands().vote(scene.bind(deploy()), user("ann"), true, shown, null),
        "`User::\"ann\"` may not vote on `approval-2`: excluded as one of those who ask");
  }

  private static String voteOnAll(Scene scene, EntityId voter, Set<String> shown) {
    List<ApprovalRecord> voted =
        scene.done(scene.commands().vote(scene.bind(deploy()), voter, true, shown, null));
    return voted.stream().map(ApprovalRecord::id).collect(Collectors.joining(" "));
  }
}
