package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code a equals ignoring ascii case b}.
 *
 * @param left the left operand
 * @param right the right operand
 * @param span where it stands
 */
public record EqualsIgnoringAsciiCase(Expression left, Expression right, Span span)
    implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitEqualsIgnoringAsciiCase(this);
  }
}
