package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code *}: any code points; after {@code matches}, inside one segment.
 *
 * @param span where it stands
 */
public record GlobRun(Span span) implements GlobPart {

  @Override
  public <R extends @Nullable Object> R accept(GlobPartVisitor<R> visitor) {
    return visitor.visitRun(this);
  }
}
