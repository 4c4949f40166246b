package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code s like "a*"}.
 *
 * @param operand the string
 * @param pattern the pattern
 * @param span where it stands
 */
public record Like(Expression operand, Glob pattern, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitLike(this);
  }
}
