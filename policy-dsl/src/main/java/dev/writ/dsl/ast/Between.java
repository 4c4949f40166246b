package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code t between 09:00 and 17:00}: from the first on, up to but without the second.
 *
 * @param operand the value
 * @param low the first bound
 * @param high the second bound
 * @param span where it stands
 */
public record Between(Expression operand, Expression low, Expression high, Span span)
    implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitBetween(this);
  }
}
