package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/** A clause of a scope. */
public sealed interface ScopeClause permits MayClause, OnlyAsDelegate {

  /** Returns where it stands. */
  Span span();

  /** Calls the method of the visitor that belongs to this kind and returns its result. */
  <R extends @Nullable Object> R accept(ScopeClauseVisitor<R> visitor);
}
