package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code only as delegate;}: members under the scope act for a delegator or not at all.
 *
 * @param span where it stands
 */
public record OnlyAsDelegate(Span span) implements ScopeClause {

  @Override
  public <R extends @Nullable Object> R accept(ScopeClauseVisitor<R> visitor) {
    return visitor.visitOnlyAsDelegate(this);
  }
}
