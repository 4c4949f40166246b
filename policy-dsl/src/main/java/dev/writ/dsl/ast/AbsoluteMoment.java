package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * An instant.
 *
 * @param instant the instant
 * @param span where it stands
 */
public record AbsoluteMoment(InstantLiteral instant, Span span) implements Moment {

  @Override
  public <R extends @Nullable Object> R accept(MomentVisitor<R> visitor) {
    return visitor.visitAbsolute(this);
  }
}
