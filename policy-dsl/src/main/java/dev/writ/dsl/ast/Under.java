package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code path under "/srv"}.
 *
 * @param operand the value
 * @param base the base
 * @param span where it stands
 */
public record Under(Expression operand, Expression base, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitUnder(this);
  }
}
