package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code for each t in resource.owners: 1 of User in t;}: a clause for every element of a set.
 *
 * @param variable the name of the element
 * @param over the set
 * @param votes the clause for one element
 * @param span where it stands
 */
public record VotesForEach(Identifier variable, DottedPath over, Votes votes, Span span)
    implements QuorumClause {

  @Override
  public <R extends @Nullable Object> R accept(QuorumClauseVisitor<R> visitor) {
    return visitor.visitVotesForEach(this);
  }
}
