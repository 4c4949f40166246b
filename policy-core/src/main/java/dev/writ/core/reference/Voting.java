package dev.writ.core.reference;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.Vote;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.model.EntityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One vote on something open, or its withdrawal.
 *
 * @param desk what the command is given against
 * @param standing how the approval or confirmation stands before
 */
record Voting(Desk desk, Standing standing) {

  private ApprovalRecord record() {
    return standing.record();
  }

  CommandResult<ApprovalRecord> cast(Ballot ballot) {
    String refusal = refusal(ballot);
    if (refusal != null) {
      return Desk.refused(refusal);
    }
    Optional<Vote> earlier = standingVote(ballot.voter());
    if (earlier.isPresent() && earlier.get().yes() == ballot.yes()) {
      return desk.unchanged(record());
    }
    List<Vote> votes = new ArrayList<>(record().votes());
    votes.add(
        new Vote(
            ballot.voter(),
            ballot.yes(),
            desk.now(),
            null,
            ballot.digest(),
            holding(ballot.voter()),
            ballot.reason()));
    return ballot.yes() ? desk.put(record().with(votes)) : refuse(record().with(votes));
  }

  private @Nullable String refusal(Ballot ballot) {
    if (!ballot.digest().equals(record().digest())) {
      return "the voter was shown another subject than that of `" + record().id() + "`";
    }
    if (standing.vetoedAt().isPresent()) {
      return "`" + record().id() + "` was vetoed";
    }
    if (standing.declared().votesWithReason() && Desk.blank(ballot.reason())) {
      return "a vote on `" + record().approval() + "` needs a reason";
    }
    if (!timely(ballot.yes())) {
      return "`" + record().id() + "` takes no such vote any more";
    }
    return eligible(ballot) ? null : ineligible(ballot.voter());
  }

  private String ineligible(EntityId voter) {
    return "`%s` may not vote on `%s`: %s"
        .formatted(voter, record().id(), electorates().get(0).barrier(voter));
  }

  /** A yes counts until it is too late; a no while what it could stop can still be used. */
  private boolean timely(boolean yes) {
    return yes
        ? desk.now() < ApprovalClock.closes(standing.declared(), record())
        : standing.open(desk.now()) || standing.usable(desk.now()) || activatedUsableGrant();
  }

  private boolean activatedUsableGrant() {
    String id = record().grant();
    GrantRecord grant = id == null ? null : desk.state().grant(id);
    return grant != null && grant.approvals().contains(record().id()) && canStillBeUsed(grant);
  }

  private boolean canStillBeUsed(GrantRecord grant) {
    GrantTemplate template = desk.grants().template(grant.template());
    return template != null
        && new GrantClock(grant, template).live()
        && desk.now() < new GrantClock(grant, template).end();
  }

  private boolean eligible(Ballot ballot) {
    return electorates().stream().anyMatch(electorate -> eligible(electorate, ballot));
  }

  private static boolean eligible(Electorate electorate, Ballot ballot) {
    SortedSet<Integer> held = electorate.holding(ballot.voter());
    return ballot.yes()
        ? electorate.fit(ballot.voter(), held).fitsSome()
        : IntStream.range(0, electorate.needs().size())
            .anyMatch(c -> electorate.mayRefuse(ballot.voter(), c, held) == Truth.TRUE);
  }

  private List<Electorate> electorates() {
    return standing.hearings().stream()
        .map(hearing -> hearing.electorate(desk.judge(), record().requester()))
        .toList();
  }

  /** The clauses whose {@code when} holds now, in every hearing. */
  private SortedSet<Integer> holding(EntityId voter) {
    List<Electorate> electorates = electorates();
    SortedSet<Integer> holding = new TreeSet<>(electorates.get(0).holding(voter));
    electorates.forEach(electorate -> holding.retainAll(electorate.holding(voter)));
    return holding;
  }

  /** Stores a refusal, and the veto where it reaches one. */
  private CommandResult<ApprovalRecord> refuse(ApprovalRecord refused) {
    AuthoritySnapshot.Builder next = desk.next().put(refused);
    World after =
        new World(
            desk.judge().world().policies(),
            desk.judge().world().entities(),
            next.build(),
            desk.now());
    Standing now = new Approvals(new Judge(after, Trace.NONE)).of(refused);
    if (now == null || now.vetoedAt().isEmpty()) {
      return new CommandResult.Done<>(next.build(), refused);
    }
    ApprovalRecord vetoed = refused.vetoed(desk.now());
    GrantRecord awaiting = refused.grant() == null ? null : desk.state().grant(refused.grant());
    if (awaiting != null && awaiting.status() == GrantRecord.Status.PENDING) {
      next.put(awaiting.in(GrantRecord.Status.REFUSED));
    }
    return new CommandResult.Done<>(next.put(vetoed).build(), vetoed);
  }

  /** Takes back the vote of this person. */
  CommandResult<ApprovalRecord> withdraw(EntityId voter) {
    Optional<Vote> vote = standingVote(voter);
    if (vote.isEmpty()) {
      return Desk.refused("`" + voter + "` has no vote on `" + record().id() + "`");
    }
    if (standing.vetoedAt().isPresent()) {
      return Desk.refused("`" + record().id() + "` was vetoed, which is final");
    }
    if (!timely(false)) {
      return Desk.refused("`" + record().id() + "` can no longer be used");
    }
    List<Vote> votes = new ArrayList<>(record().votes());
    votes.replaceAll(v -> v.equals(vote.get()) ? v.withdrawn(desk.now()) : v);
    return desk.put(record().with(votes));
  }

  /** The vote of this person that stands, under whichever name it was cast. */
  private Optional<Vote> standingVote(EntityId voter) {
    Hearing hearing = standing.hearings().get(0);
    People people = new People(hearing.reading(desk.judge(), record().requester()));
    return hearing.tally(desk.judge(), record()).standing(desk.now()).stream()
        .filter(vote -> people.same(vote.voter(), voter) == Truth.TRUE)
        .findFirst();
  }
}
