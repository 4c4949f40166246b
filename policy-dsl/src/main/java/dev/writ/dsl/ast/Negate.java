package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code -a}.
 *
 * @param operand the operand
 * @param span where it stands
 */
public record Negate(Expression operand, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitNegate(this);
  }
}
