package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code path matches "/srv/*.log"}.
 *
 * @param operand the value with segments
 * @param pattern the pattern
 * @param span where it stands
 */
public record Matches(Expression operand, Glob pattern, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitMatches(this);
  }
}
