package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;

/**
 * A whole number in a clause, such as in {@code uses at most 3}.
 *
 * @param value the number, at least 1
 * @param span where it stands
 */
public record Count(long value, Span span) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the count is below 1
   */
  public Count {
    if (value < 1) {
      throw new IllegalArgumentException("the count is below 1");
    }
  }
}
