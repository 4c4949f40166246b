package dev.writ.dsl.source;

import org.jspecify.annotations.Nullable;

/**
 * A half-open range of UTF-16 offsets into one {@link SourceText}.
 *
 * <p>All spans are equal to each other, on purpose: location is no part of equality, so two trees
 * compare equal when they say the same thing, wherever it stands. Compare {@link #start} and {@link
 * #end} where the place itself matters. Immutable.
 *
 * @param start offset of the first UTF-16 unit, not negative
 * @param end offset behind the last unit, not before {@code start}
 */
public record Span(int start, int end) {

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if {@code start} is negative or behind {@code end}
   */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a range: " + start + ".." + end);
    }
  }

  /** Returns the smallest span that holds this one and the other. */
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** Returns the number of UTF-16 units in the range. */
  public int length() {
    return end - start;
  }

  /** Returns true for every span: location is no part of equality. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Span;
  }

  @Override
  public int hashCode() {
    return 1;
  }
}
