package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code command starts with ["git", "status"]}.
 *
 * @param operand the value
 * @param prefix its beginning
 * @param span where it stands
 */
public record StartsWith(Expression operand, Expression prefix, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitStartsWith(this);
  }
}
