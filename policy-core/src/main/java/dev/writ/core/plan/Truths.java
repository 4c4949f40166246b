package dev.writ.core.plan;

import java.util.Arrays;

/**
 * All that is true on the views of a request, as one key: for each view its slice, its bits, and
 * the rules where they are many. Mutable, for one run.
 */
final class Truths {
  private long[] words = new long[8];
  private int size;
  private boolean settled = true;

  /**
   * Adds a view.
   *
   * @throws FaultSignal if something could not be evaluated
   */
  void add(Known known, Moment moment) {
    SliceIndex index = known.index;
    long bits = index.masks.bits(known, moment);
    settled &= index.settles(bits);
    add(index.number);
    add(bits);
    if (index.shapes != null) {
      Matches matches = new Matches();
      index.match(known, moment, matches);
      add(matches.size());
      for (int i = 0; i < matches.size(); i++) {
        settled &= known.program.rules().get(matches.get(i)).asksConstants();
        add(matches.get(i));
      }
    }
  }

  private void add(long word) {
    if (size == words.length) {
      words = Arrays.copyOf(words, 2 * size);
    }
    words[size++] = word;
  }

  /** Whether an answer depends on this alone. */
  boolean settle() {
    return settled;
  }

  long[] key() {
    return Arrays.copyOf(words, size);
  }
}
