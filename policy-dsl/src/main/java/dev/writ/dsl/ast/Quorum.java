package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;

/**
 * The votes that an approval or a review takes.
 *
 * @param kind how the clauses are joined
 * @param clauses the clauses, at least one
 * @param span where it stands
 */
public record Quorum(QuorumKind kind, List<QuorumClause> clauses, Span span) {

  /**
   * Copies the lists and checks the parts.
   *
   * @throws IllegalArgumentException if there is no clause; or if a single clause is not alone
   */
  public Quorum {
    clauses = List.copyOf(clauses);
    if (clauses.isEmpty()) {
      throw new IllegalArgumentException("there is no clause");
    }
    if (kind == QuorumKind.SINGLE && clauses.size() > 1) {
      throw new IllegalArgumentException("a single clause is not alone");
    }
  }
}
