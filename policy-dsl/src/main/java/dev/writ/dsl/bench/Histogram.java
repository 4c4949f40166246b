package dev.writ.dsl.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts durations by size, exactly below 128 nanoseconds and to 1 part in 64 above: each doubling
 * is parted into 64 steps of one width, as HdrHistogram does it. Recording allocates nothing. Not
 * thread-safe.
 */
public final class Histogram {
  private static final int BITS = 6;
  private static final int PARTS = 1 << BITS;
  private static final int STEPS = PARTS * (Long.SIZE - BITS);
  private static final long LONGEST = Long.MAX_VALUE - 1;

  private final long[] counts = new long[STEPS];
  private long count;
  private long sum;
  private long least = Long.MAX_VALUE;
  private long most;

  /**
   * A bar of a plot.
   *
   * @param from the least duration that counts, in nanoseconds
   * @param below the least that does not
   * @param count how many there are
   */
  public record Bar(long from, long below, long count) {}

  /** Counts a duration; one below zero, of a clock that went back, counts as zero. */
  void record(long nanos) {
    long duration = Math.min(LONGEST, Math.max(0, nanos));
    counts[step(duration)]++;
    count++;
    sum += duration;
    least = Math.min(least, duration);
    most = Math.max(most, duration);
  }

  /** Counts all that another counted. */
  void add(Histogram other) {
    for (int i = 0; i < STEPS; i++) {
      counts[i] += other.counts[i];
    }
    count += other.count;
    sum += other.sum;
    least = Math.min(least, other.least);
    most = Math.max(most, other.most);
  }

  private static int step(long duration) {
    if (duration < PARTS) {
      return (int) duration;
    }
    int shift = Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(duration);
    return PARTS * shift + (int) (duration >>> shift);
  }

  /** The least duration of a step; of the one behind the last the greatest there is. */
  private static long start(int step) {
    int shift = Math.max(0, step / PARTS - 1);
    long start = (long) (step - PARTS * shift) << shift;
    return start < 0 ? Long.MAX_VALUE : start;
  }

  /** How many were counted. */
  public long count() {
    return count;
  }

  /** The shortest; 0 where there is none. */
  public long least() {
    return count == 0 ? 0 : least;
  }

  /** The longest; 0 where there is none. */
  public long most() {
    return most;
  }

  /** The mean, exactly; 0 where there is none. */
  public double mean() {
    return count == 0 ? 0 : (double) sum / count;
  }

  /**
   * The duration that so many percent do not exceed, to 1 part in 64 and never too short; 0 where
   * there is none.
   *
   * @param percent from 0 to 100
   */
  public long percentile(double percent) {
    long rank = Math.max(1, (long) Math.ceil(percent / 100 * count));
    long seen = 0;
    for (int i = 0; i < STEPS && seen < count; i++) {
      seen += counts[i];
      if (seen >= rank) {
        return Math.min(most, start(i + 1) - 1);
      }
    }
    return most;
  }

  /**
   * The counts as bars of a plot, each as wide on a logarithmic scale as the others, from the
   * shortest duration to the one that 99.9 percent do not exceed; one more holds what is longer.
   * The bars are as narrow as their number allows.
   *
   * @param limit how many at most, 2 or more
   */
  public List<Bar> bars(int limit) {
    if (count == 0) {
      return List.of();
    }
    int first = step(least);
    int last = step(percentile(99.9));
    int width = 1;
    while (last / width - first / width + 2 > limit) {
      width *= 2;
    }
    List<Bar> bars = new ArrayList<>();
    long left = count;
    for (int i = first / width; i <= last / width; i++) {
      Bar bar = bar(i * width, (i + 1) * width);
      left -= bar.count();
      bars.add(bar);
    }
    if (left > 0) {
      bars.add(new Bar(start((last / width + 1) * width), most + 1, left));
    }
    return bars;
  }

  private Bar bar(int from, int to) {
    long within = 0;
    for (int i = from; i < Math.min(to, STEPS); i++) {
      within += counts[i];
    }
    return new Bar(start(from), start(Math.min(to, STEPS)), within);
  }
}
