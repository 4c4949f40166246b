package dev.writ.core.plan;

import java.util.Arrays;

/**
 * All that is true on the views of a request, as one key: for each view its slice, its bits, and
 * the rules where they are many. Mutable, for one run.
 */
final class Truths {
  private long[] words = new long[8];
  private int size;

  /**
   * Adds a view.
   *
   * @throws FaultSignal if something could not be evaluated
   */
  void add(Known known, Moment moment) {
    SliceIndex index = known.index;
    long bits = index.masks.bits(known, moment);
    add(index.number);
    add(bits);
    int rule = index.rule(known, moment);
    add(rule);
  }

  private void add(long word) {
    if (size == words.length) {
      words = Arrays.copyOf(words, 2 * size);
    }
    words[size++] = word;
  }

  /** Whether an answer depends on this alone; these are the views that were added. */
  boolean settle(Known[] known) {
    for (int i = 0; i < known.length; i++) {
      if (!known[i].index.settles(words[3 * i + 1])
          || !known[i].asksConstants((int) words[3 * i + 2])) {
        return false;
      }
    }
    return true;
  }

  long[] key() {
    return Arrays.copyOf(words, size);
  }
}
