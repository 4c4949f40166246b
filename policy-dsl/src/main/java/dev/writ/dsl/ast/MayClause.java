package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code may HEAD when C;} or {@code may as delegate HEAD when C;}.
 *
 * @param asDelegate whether it says {@code as delegate}
 * @param head the requests it is about
 * @param condition when it holds
 * @param span where it stands
 */
public record MayClause(boolean asDelegate, Head head, Condition condition, Span span)
    implements ScopeClause {

  @Override
  public <R extends @Nullable Object> R accept(ScopeClauseVisitor<R> visitor) {
    return visitor.visitMay(this);
  }
}
