package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code Team::"sre"} in an expression.
 *
 * @param entity the entity
 * @param span where it stands
 */
public record EntityLiteral(EntityRef entity, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitEntity(this);
  }
}
