package dev.writ.core.authority;

import dev.writ.core.model.EntityId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One vote.
 *
 * @param voter who
 * @param yes whether it approves; otherwise it refuses
 * @param atMillis when, epoch milliseconds
 * @param withdrawnMillis when it was withdrawn, or null
 * @param digest the digest of the subject that the voter was shown
 * @param clauses positions of the clauses whose {@code when} held at the vote; clauses without one
 *     need not be listed
 * @param reason the voter's words, or null
 */
public record Vote(
    EntityId voter,
    boolean yes,
    long atMillis,
    @Nullable Long withdrawnMillis,
    String digest,
    SortedSet<Integer> clauses,
    @Nullable String reason) {
  public Vote {
    Objects.requireNonNull(voter, "voter");
    Objects.requireNonNull(digest, "digest");
    clauses = Collections.unmodifiableSortedSet(new TreeSet<>(clauses));
  }

  /** The votes in order of time; those of one instant keep their order. */
  static List<Vote> inOrder(List<Vote> votes) {
    return votes.stream().sorted(Comparator.comparingLong(Vote::atMillis)).toList();
  }

  /** The same, withdrawn at this instant. */
  public Vote withdrawn(long millis) {
    return new Vote(voter, yes, atMillis, millis, digest, clauses, reason);
  }
}
