package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code nonempty s}.
 *
 * @param set the set
 * @param span where it stands
 */
public record Nonempty(Expression set, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitNonempty(this);
  }
}
