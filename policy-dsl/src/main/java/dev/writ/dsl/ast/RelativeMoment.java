package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code +30m} or {@code -5m}, from the test's clock at the statement.
 *
 * @param earlier whether it lies before the clock
 * @param distance how far
 * @param span where it stands
 */
public record RelativeMoment(boolean earlier, DurationLiteral distance, Span span)
    implements Moment {

  @Override
  public <R extends @Nullable Object> R accept(MomentVisitor<R> visitor) {
    return visitor.visitRelative(this);
  }
}
