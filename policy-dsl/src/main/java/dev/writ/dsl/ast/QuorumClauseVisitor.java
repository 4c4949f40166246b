package dev.writ.dsl.ast;

import org.jspecify.annotations.Nullable;

/**
 * A case for each kind of quorum clause.
 *
 * @param <R> what a visit returns
 */
public interface QuorumClauseVisitor<R extends @Nullable Object> {

  /** Visits a votes. */
  R visitVotes(Votes node);

  /** Visits a votes for each. */
  R visitVotesForEach(VotesForEach node);
}
