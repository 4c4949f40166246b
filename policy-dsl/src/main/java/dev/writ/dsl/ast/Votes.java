package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code N of TYPES when C veto at K;}.
 *
 * @param count how many votes fill the clause
 * @param voters who may vote, at least one
 * @param when what must hold of the {@code approver}, or null
 * @param vetoAt how many refusals veto, or null
 * @param span where it stands
 */
public record Votes(
    Count count,
    List<TypePattern> voters,
    @Nullable Expression when,
    @Nullable Count vetoAt,
    Span span)
    implements QuorumClause {

  /**
   * Copies the lists and checks the parts.
   *
   * @throws IllegalArgumentException if there is no voter
   */
  public Votes {
    voters = List.copyOf(voters);
    if (voters.isEmpty()) {
      throw new IllegalArgumentException("there is no voter");
    }
  }

  @Override
  public <R extends @Nullable Object> R accept(QuorumClauseVisitor<R> visitor) {
    return visitor.visitVotes(this);
  }
}
