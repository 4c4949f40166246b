package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code after 31m;}: the clock moves on.
 *
 * @param duration how far
 * @param span where it stands
 */
public record AfterStep(DurationLiteral duration, Span span) implements TestStatement {

  @Override
  public <R extends @Nullable Object> R accept(TestStatementVisitor<R> visitor) {
    return visitor.visitAfter(this);
  }
}
