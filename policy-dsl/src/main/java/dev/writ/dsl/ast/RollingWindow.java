package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code in 1h}: the time up to now.
 *
 * @param length its length
 * @param span where it stands
 */
public record RollingWindow(DurationLiteral length, Span span) implements LimitWindow {

  @Override
  public <R extends @Nullable Object> R accept(LimitWindowVisitor<R> visitor) {
    return visitor.visitRolling(this);
  }
}
