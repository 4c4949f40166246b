package dev.writ.dsl.ast;

import org.jspecify.annotations.Nullable;

/**
 * A case for each kind of scope clause.
 *
 * @param <R> what a visit returns
 */
public interface ScopeClauseVisitor<R extends @Nullable Object> {

  /** Visits a may clause. */
  R visitMay(MayClause node);

  /** Visits an only as delegate. */
  R visitOnlyAsDelegate(OnlyAsDelegate node);
}
