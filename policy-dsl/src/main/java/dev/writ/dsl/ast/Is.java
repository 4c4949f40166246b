package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code x is Agent}.
 *
 * @param operand the entity
 * @param type the entity type
 * @param span where it stands
 */
public record Is(Expression operand, QualifiedName type, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitIs(this);
  }
}
