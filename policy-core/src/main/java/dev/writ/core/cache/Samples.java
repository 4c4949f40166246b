package dev.writ.core.cache;

import java.util.Arrays;

/**
 * What some decisions took, in nanoseconds. Not thread-safe. Medians count, so that a pause of the
 * machine in one of them does not.
 */
final class Samples {
  private final int size;
  private final long[] hits;
  private final long[] evaluations;
  private final long[] beside;
  private int hit;
  private int missed;

  /** What evaluating took in an earlier window, or -1. */
  private final long before;

  Samples(int size) {
    this(size, -1);
  }

  private Samples(int size, long before) {
    this.size = size;
    this.before = before;
    this.hits = new long[size];
    this.evaluations = new long[size];
    this.beside = new long[size];
  }

  /** None, of as many decisions. */
  Samples again(int other) {
    return new Samples(other, evaluating());
  }

  boolean isFull() {
    return hit + missed >= size;
  }

  /** Whether evaluating was never timed and soon nothing will be left to time it by. */
  boolean wantsEvaluation() {
    return missed == 0 && hit > 0;
  }

  void hit(long asking) {
    hits[hit++] = asking;
  }

  void missed(long evaluating, long more) {
    evaluations[missed] = evaluating;
    beside[missed++] = more;
  }

  private static long median(long[] values, int count) {
    long[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return count == 0 ? 0 : sorted[count / 2];
  }

  private long evaluating() {
    return missed == 0 ? before : median(evaluations, missed);
  }

  private long without() {
    return evaluating() * (hit + missed);
  }

  private long with() {
    return median(hits, hit) * hit + (evaluating() + median(beside, missed)) * missed;
  }

  /**
   * Whether asking saves a tenth, or costs so little beside evaluating that it may go on until
   * something is asked again.
   */
  boolean pay() {
    return with() * 10 <= without() * 9 || median(beside, missed) * 20 <= evaluating();
  }

  @Override
  public String toString() {
    int all = Math.max(1, hit + missed);
    return "takes "
        + with() / all
        + " ns with the cache, "
        + without() / all
        + " ns without, by "
        + hit
        + " hits in "
        + all;
  }
}
