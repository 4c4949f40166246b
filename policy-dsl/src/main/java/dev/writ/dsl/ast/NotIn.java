package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code x not in y}.
 *
 * @param left the left operand
 * @param right the right operand
 * @param span where it stands
 */
public record NotIn(Expression left, Expression right, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitNotIn(this);
  }
}
