package dev.writ.core.reference;

import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.Vote;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.GrantTemplate.Review;
import java.util.ArrayList;
import java.util.List;

/**
 * The review of one emergency grant. Requester, holder and origin are excluded.
 *
 * @param desk what the command is given against
 * @param grant the grant
 * @param review what its template asks
 */
record GrantReview(Desk desk, GrantRecord grant, Review review) {

  CommandResult<GrantRecord> cast(Ballot ballot) {
    if (grant.reviewed()) {
      return desk.unchanged(grant);
    }
    Electorate electorate = electorate();
    if (!ballot.yes() || !ballot.digest().equals(digest())) {
      return Desk.refused(
          ballot.yes()
              ? "the voter was shown another subject than grant `" + grant.id() + "`"
              : "a review takes no refusal, but the grant can be ended");
    }
    if (!electorate.fit(ballot.voter(), electorate.holding(ballot.voter())).fitsSome()) {
      return Desk.refused(
          "`%s` may not review grant `%s`: %s"
              .formatted(ballot.voter(), grant.id(), electorate.barrier(ballot.voter())));
    }
    People people = new People(reading());
    boolean again =
        grant.reviews().stream()
            .anyMatch(vote -> people.same(vote.voter(), ballot.voter()) == Truth.TRUE);
    return again ? desk.unchanged(grant) : add(electorate, people, ballot);
  }

  private CommandResult<GrantRecord> add(Electorate electorate, People people, Ballot ballot) {
    List<Vote> votes = new ArrayList<>(grant.reviews());
    votes.add(
        new Vote(
            ballot.voter(),
            true,
            desk.now(),
            null,
            ballot.digest(),
            electorate.holding(ballot.voter()),
            ballot.reason()));
    Tally tally =
        new Tally(
            electorate, people, votes, digest(), grant.startMillis(), Long.MAX_VALUE, desk.now());
    return desk.put(grant.reviewed(votes, tally.completedAt().isPresent()));
  }

  private String digest() {
    return Subjects.ofReview(grant);
  }

  private Reading reading() {
    return new Reading(desk.judge(), grant.template(), Matter.environment(grant));
  }

  private Electorate electorate() {
    Exclusions exclusions =
        new Exclusions(
            reading(),
            List.of(grant.requester(), grant.holder(), grant.origin()),
            review.exclusions());
    return new QuorumElectorate(reading(), review.quorum(), exclusions);
  }
}
