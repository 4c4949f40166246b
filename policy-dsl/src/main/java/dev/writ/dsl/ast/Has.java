package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code args has ticket}.
 *
 * @param operand what may have the field
 * @param field the field
 * @param span where it stands
 */
public record Has(Expression operand, Identifier field, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitHas(this);
  }
}
