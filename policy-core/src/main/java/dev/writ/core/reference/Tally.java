package dev.writ.core.reference;

import dev.writ.core.authority.Vote;
import dev.writ.core.decision.Truth;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The count of votes on one subject.
 *
 * <p><b>One vote a person.</b> A person's vote is the latest one cast under any of the person's
 * names; it stands until it is withdrawn, and an earlier one does not come back. The same vote
 * again while the first stands is none.
 *
 * <p><b>Yes.</b> A vote counts that stands now, was cast between {@code opened} and {@code closes},
 * was shown this very subject, and whose voter is eligible now. Complete is the earliest instant by
 * which enough of the votes that count were cast.
 *
 * <p><b>No.</b> A veto is reached at the earliest instant at which enough refusals stood, whatever
 * became of them later.
 */
final class Tally {
  private final Electorate electorate;
  private final People people;
  private final List<Vote> votes;
  private final long closes;

  /**
   * @param votes in order of time
   * @param digest of the subject
   * @param opened from when votes count, epoch milliseconds
   * @param closes until when, exclusive, a yes counts
   * @param now what came later is not looked at
   */
  Tally(
      Electorate electorate,
      People people,
      List<Vote> votes,
      String digest,
      long opened,
      long closes,
      long now) {
    this.electorate = electorate;
    this.people = people;
    this.closes = closes;
    this.votes =
        votes.stream()
            .filter(vote -> vote.digest().equals(digest))
            .filter(vote -> opened <= vote.atMillis() && vote.atMillis() <= now)
            .toList();
  }

  /** Since when the votes that count fill what is needed; empty where they do not. */
  OptionalLong completedAt() {
    List<ClauseNeed> needs = electorate.needs();
    List<Filling.VoteFit> fits = new ArrayList<>();
    for (Vote vote : inTime()) {
      fits.add(electorate.fit(vote.voter(), vote.clauses()));
      if (Filling.fills(electorate.all(), needs, fits)) {
        return OptionalLong.of(vote.atMillis());
      }
    }
    return OptionalLong.empty();
  }

  /** What each yes that stands and came in time fits now, in order of time. */
  List<Filling.VoteFit> fits() {
    return inTime().stream().map(vote -> electorate.fit(vote.voter(), vote.clauses())).toList();
  }

  private List<Vote> inTime() {
    return standing(Long.MAX_VALUE).stream()
        .filter(vote -> vote.yes() && vote.atMillis() < closes)
        .filter(vote -> !people.person(vote.voter()).failed())
        .toList();
  }

  /** When the refusals first reached the veto of a clause; empty where they never did. */
  OptionalLong vetoedAt() {
    return votes.stream()
        .filter(vote -> !vote.yes())
        .mapToLong(Vote::atMillis)
        .filter(this::vetoedAt)
        .findFirst();
  }

  private boolean vetoedAt(long instant) {
    List<Vote> refusals = standing(instant).stream().filter(vote -> !vote.yes()).toList();
    return IntStream.range(0, electorate.needs().size())
        .filter(clause -> electorate.vetoAt(clause) > 0)
        .anyMatch(clause -> counted(refusals, clause) >= electorate.vetoAt(clause));
  }

  private long counted(List<Vote> refusals, int clause) {
    return refusals.stream()
        .filter(v -> electorate.mayRefuse(v.voter(), clause, v.clauses()) != Truth.FALSE)
        .count();
  }

  /** The vote of each person that stood at an instant, in order of time. */
  List<Vote> standing(long instant) {
    Map<Value, Vote> latest = new LinkedHashMap<>();
    for (Vote vote : votes) {
      Value person = person(vote.voter());
      if (vote.atMillis() <= instant && !repeats(vote, latest.get(person))) {
        latest.remove(person);
        latest.put(person, vote);
      }
    }
    return latest.values().stream().filter(vote -> stands(vote, instant)).toList();
  }

  private static boolean repeats(Vote vote, @Nullable Vote earlier) {
    return earlier != null && earlier.yes() == vote.yes() && stands(earlier, vote.atMillis());
  }

  private static boolean stands(Vote vote, long instant) {
    Long withdrawn = vote.withdrawnMillis();
    return withdrawn == null || withdrawn > instant;
  }

  /** The person, or the entity where that cannot be told: its refusals still count. */
  private Value person(EntityId voter) {
    return people.person(voter) instanceof Result.Found found ? found.value() : voter;
  }
}
