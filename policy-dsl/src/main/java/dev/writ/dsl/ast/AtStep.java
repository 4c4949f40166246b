package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code at 2026-03-02T12:00:00Z;}: the clock moves to an instant.
 *
 * @param instant the instant
 * @param span where it stands
 */
public record AtStep(InstantLiteral instant, Span span) implements TestStatement {

  @Override
  public <R extends @Nullable Object> R accept(TestStatementVisitor<R> visitor) {
    return visitor.visitAt(this);
  }
}
