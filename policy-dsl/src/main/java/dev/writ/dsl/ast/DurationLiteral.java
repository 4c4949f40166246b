package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A duration: {@code 30m}.
 *
 * @param amount how many, not negative
 * @param unit of what
 * @param span where it stands
 */
public record DurationLiteral(long amount, DurationUnit unit, Span span) implements Expression {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the amount is negative; or if the duration does not fit
   */
  public DurationLiteral {
    if (amount < 0) {
      throw new IllegalArgumentException("the amount is negative");
    }
    if (amount > Long.MAX_VALUE / unit.millis()) {
      throw new IllegalArgumentException("the duration does not fit");
    }
  }

  /** Returns the duration in milliseconds. */
  public long millis() {
    return amount * unit.millis();
  }

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitDuration(this);
  }
}
