package dev.writ.core.plan;

import dev.writ.core.authority.Vote;
import dev.writ.core.decision.Truth;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The count of votes on one subject. A person's vote is the latest one cast under any of the
 * person's names; it stands until it is withdrawn, and an earlier one does not come back.
 */
final class Count {
  private final Electors electors;
  private final Persons persons;
  private final List<Vote> votes = new ArrayList<>();
  private final long closes;

  /**
   * @param cast in order of time
   * @param digest of the subject
   * @param opened from when votes count, epoch milliseconds
   * @param closes until when, exclusive, a yes counts
   * @param now what came later is not looked at
   */
  Count(
      Electors electors,
      Persons persons,
      List<Vote> cast,
      String digest,
      long opened,
      long closes,
      long now) {
    this.electors = electors;
    this.persons = persons;
    this.closes = closes;
    for (Vote vote : cast) {
      if (vote.digest().equals(digest) && opened <= vote.atMillis() && vote.atMillis() <= now) {
        votes.add(vote);
      }
    }
  }

  /** Since when the votes that count fill what is needed; empty where they do not. */
  OptionalLong completedAt() {
    List<Vote> inTime = new ArrayList<>();
    for (Vote vote : standing(Long.MAX_VALUE)) {
      if (vote.yes() && vote.atMillis() < closes && persons.person(vote.voter()) != null) {
        inTime.add(vote);
      }
    }
    List<Electors.Need> needs = electors.needs();
    List<BitSet[]> fits = new ArrayList<>();
    for (Vote vote : inTime) {
      fits.add(electors.fit(vote.voter(), vote.clauses()));
      if (Fill.fills(electors.all(), needs, fits)) {
        return OptionalLong.of(vote.atMillis());
      }
    }
    return OptionalLong.empty();
  }

  /** Whether the refusals ever reached the veto of a clause. */
  boolean isVetoed() {
    for (Vote vote : votes) {
      if (!vote.yes() && isVetoedAt(vote.atMillis())) {
        return true;
      }
    }
    return false;
  }

  private boolean isVetoedAt(long instant) {
    List<Vote> refusals = standing(instant).stream().filter(vote -> !vote.yes()).toList();
    for (int clause = 0; clause < electors.needs().size(); clause++) {
      int veto = electors.vetoAt(clause);
      if (veto > 0 && counted(refusals, clause) >= veto) {
        return true;
      }
    }
    return false;
  }

  private int counted(List<Vote> refusals, int clause) {
    int counted = 0;
    for (Vote vote : refusals) {
      Truth may = electors.mayRefuse(vote.voter(), clause, vote.clauses());
      counted += may == Truth.FALSE ? 0 : 1;
    }
    return counted;
  }

  /** The vote of each person that stood at an instant, in order of time. */
  private List<Vote> standing(long instant) {
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
    Value person = persons.person(voter);
    return person == null ? voter : person;
  }
}
