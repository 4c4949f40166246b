package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An instant: {@code 2026-03-02T10:00:00Z}.
 *
 * @param value the value, in whole milliseconds
 * @param span where it stands
 */
public record InstantLiteral(Instant value, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitInstant(this);
  }
}
