package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code a == b} and the like.
 *
 * @param left the left operand
 * @param operator the operator
 * @param right the right operand
 * @param span where it stands
 */
public record Comparison(Expression left, ComparisonOperator operator, Expression right, Span span)
    implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitComparison(this);
  }
}
