package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * What decisions read cannot be relied on, from here to the end of the test: {@code given stale;}
 * for authority or entity data older than it may be, {@code given unavailable;} for a port that
 * failed or timed out.
 *
 * @param stale whether it is stale rather than unavailable
 * @param span where it stands
 */
public record GivenHealth(boolean stale, Span span) implements TestStatement {
  @Override
  public <R extends @Nullable Object> R accept(TestStatementVisitor<R> visitor) {
    return visitor.visitHealth(this);
  }
}
