package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * No window is given: the whole life of the key, which is a session.
 *
 * @param span where it stands
 */
public record WholeSession(Span span) implements LimitWindow {

  @Override
  public <R extends @Nullable Object> R accept(LimitWindowVisitor<R> visitor) {
    return visitor.visitWholeSession(this);
  }
}
