package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code if c then a else b}.
 *
 * @param condition the condition
 * @param then the value where it is true
 * @param otherwise the value where it is false
 * @param span where it stands
 */
public record Conditional(Expression condition, Expression then, Expression otherwise, Span span)
    implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitConditional(this);
  }
}
