package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code session "s1"}.
 *
 * @param id the session's id
 * @param span where it stands
 */
public record SessionKey(QuotedText id, Span span) implements LimitKey {

  @Override
  public <R extends @Nullable Object> R accept(LimitKeyVisitor<R> visitor) {
    return visitor.visitSession(this);
  }
}
