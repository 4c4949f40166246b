package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/** A clause of a quorum. */
public sealed interface QuorumClause permits Votes, VotesForEach {

  /** Returns where it stands. */
  Span span();

  /** Calls the method of the visitor that belongs to this kind and returns its result. */
  <R extends @Nullable Object> R accept(QuorumClauseVisitor<R> visitor);
}
