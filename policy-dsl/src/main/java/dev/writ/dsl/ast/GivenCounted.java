package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * What a limit has counted so far: {@code given counted "restarts" 49 for session "s1";}.
 *
 * @param limit the name of the limit
 * @param amount how much, a literal Int or Decimal
 * @param key for whom
 * @param at when it was counted, or null for the clock
 * @param span where it stands
 */
public record GivenCounted(
    QuotedText limit, Expression amount, LimitKey key, @Nullable Moment at, Span span)
    implements TestStatement {

  @Override
  public <R extends @Nullable Object> R accept(TestStatementVisitor<R> visitor) {
    return visitor.visitCounted(this);
  }
}
