package dev.writ.dsl.ast;

import org.jspecify.annotations.Nullable;

/**
 * A case for each kind of test statement.
 *
 * @param <R> what a visit returns
 */
public interface TestStatementVisitor<R extends @Nullable Object> {

  /** Visits a given entity. */
  R visitEntity(GivenEntity node);

  /** Visits a given grant. */
  R visitGrant(GivenGrant node);

  /** Visits a given decided. */
  R visitDecided(GivenDecided node);

  /** Visits a given open. */
  R visitOpen(GivenOpen node);

  /** Visits a given votes. */
  R visitVotes(GivenVotes node);

  /** Visits a given suspended. */
  R visitSuspended(GivenSuspended node);

  /** Visits a given review. */
  R visitReview(GivenReview node);

  /** Visits a given health. */
  R visitHealth(GivenHealth node);

  /** Visits a given session. */
  R visitSession(GivenSession node);

  /** Visits a given counted. */
  R visitCounted(GivenCounted node);

  /** Visits a let request. */
  R visitLetRequest(LetRequest node);

  /** Visits an after step. */
  R visitAfter(AfterStep node);

  /** Visits an at step. */
  R visitAt(AtStep node);

  /** Visits an expect. */
  R visitExpect(Expect node);
}
