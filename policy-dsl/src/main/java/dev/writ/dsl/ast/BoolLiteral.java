package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code true} or {@code false}.
 *
 * @param value the value
 * @param span where it stands
 */
public record BoolLiteral(boolean value, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitBool(this);
  }
}
