package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code **} after {@code matches}: zero or more whole segments.
 *
 * @param span where it stands
 */
public record GlobSegments(Span span) implements GlobPart {

  @Override
  public <R extends @Nullable Object> R accept(GlobPartVisitor<R> visitor) {
    return visitor.visitSegments(this);
  }
}
