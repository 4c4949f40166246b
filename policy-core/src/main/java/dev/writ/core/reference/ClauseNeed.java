package dev.writ.core.reference;

/**
 * What a clause of a quorum asks for, its set of elements known.
 *
 * @param count how many votes, for each element where there are several
 * @param elements how many elements the clause is asked for: 1 for a clause without {@code for
 *     each}; none makes it a clause that cannot be filled
 * @param each whether it is a {@code for each} clause, in which one vote covers every element it
 *     fits
 */
record ClauseNeed(int count, int elements, boolean each) {
  ClauseNeed {
    if (count < 1 || elements < 0 || (!each && elements != 1)) {
      throw new IllegalArgumentException("no such clause: " + count + " for " + elements);
    }
  }

  /** {@code count of …}. */
  static ClauseNeed of(int count) {
    return new ClauseNeed(count, 1, false);
  }

  /** {@code for each x in s: count of …}, where s has this many elements. */
  static ClauseNeed forEach(int count, int elements) {
    return new ClauseNeed(count, elements, true);
  }
}
