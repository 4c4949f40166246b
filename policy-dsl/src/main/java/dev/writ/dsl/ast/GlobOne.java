package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code ?}: one code point.
 *
 * @param span where it stands
 */
public record GlobOne(Span span) implements GlobPart {

  @Override
  public <R extends @Nullable Object> R accept(GlobPartVisitor<R> visitor) {
    return visitor.visitOne(this);
  }
}
