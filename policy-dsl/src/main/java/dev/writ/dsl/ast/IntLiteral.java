package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A whole number.
 *
 * @param value the value
 * @param span where it stands
 */
public record IntLiteral(long value, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitInt(this);
  }
}
