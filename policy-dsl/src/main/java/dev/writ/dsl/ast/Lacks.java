package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code args lacks ticket}.
 *
 * @param operand what may lack the field
 * @param field the field
 * @param span where it stands
 */
public record Lacks(Expression operand, Identifier field, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitLacks(this);
  }
}
