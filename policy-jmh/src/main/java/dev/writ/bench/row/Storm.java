package dev.writ.bench.row;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Decides on one thread, without pause, while another changes what decisions rest on; each single
 * decision is timed by the clock on the wall, and held against what it must be.
 */
abstract class Storm {
  private static final int MOST_LATE = 10;
  private static final double MOST_GROWTH = 1.05;
  private static final long WARM_NANOS = 3_000_000_000L;

  private final StormPlan plan;

  Storm(StormPlan plan) {
    this.plan = plan;
  }

  /** One change. */
  abstract void change();

  /** One decision; whether it is what it must be. */
  abstract boolean decidesRight();

  /** What is changed, for the table. */
  abstract String name();

  /** What happened while deciding. */
  private static final class Tally {
    private final long[] buckets = new long[64 * 16];
    private long decisions;
    private long wrong;

    void add(long nanos, boolean right) {
      decisions++;
      wrong += right ? 0 : 1;
      buckets[bucket(Math.max(1, nanos))]++;
    }

    /** Sixteen buckets for each doubling. */
    private static int bucket(long nanos) {
      int doubling = 63 - Long.numberOfLeadingZeros(nanos);
      int part = doubling < 4 ? 0 : (int) (nanos >>> (doubling - 4)) & 15;
      return doubling * 16 + part;
    }

    /** In which bucket the slowest one of a thousand begins, nanoseconds. */
    double slowestOfAThousand() {
      long left = decisions / 1_000;
      int at = buckets.length - 1;
      while (at > 0 && left >= buckets[at]) {
        left -= buckets[at--];
      }
      return Math.scalb(1 + at % 16 / 16.0, at / 16);
    }
  }

  final List<Figure> measure() throws InterruptedException, ExecutionException {
    decideFor(WARM_NANOS, () -> true);
    Tally quiet = decideFor(plan.quiet().toNanos(), () -> true);
    ScheduledExecutorService changer = Executors.newSingleThreadScheduledExecutor();
    ScheduledFuture<?> changes =
        changer.scheduleAtFixedRate(
            this::change, 0, 1_000_000 / plan.aSecond(), TimeUnit.MICROSECONDS);
    List<Long> heaps = new ArrayList<>();
    Tally storm = new Tally();
    try {
      Duration at = Duration.ZERO;
      for (Duration mark : plan.marks()) {
        merge(storm, decideFor(mark.minus(at).toNanos(), () -> !changes.isDone()));
        heaps.add(Heap.usedAfterCollection());
        at = mark;
      }
    } finally {
      changes.cancel(false);
      changer.shutdown();
      changer.awaitTermination(1, TimeUnit.MINUTES);
    }
    if (!changes.isCancelled()) {
      changes.get(); // a change that failed is why it ended
    }
    return figures(quiet, storm, heaps);
  }

  private List<Figure> figures(Tally quiet, Tally storm, List<Long> heaps) {
    double late = storm.slowestOfAThousand() / quiet.slowestOfAThousand();
    double growth = (double) heaps.get(heaps.size() - 1) / heaps.get(0);
    return List.of(
        Figure.of(name() + ": wrong decisions", "%d of %d", storm.wrong, storm.decisions)
            .target("none", storm.wrong == 0 && quiet.wrong == 0),
        Figure.of(
                name() + ": p99.9 beside quiet",
                "%.1f times (%.1f µs, quiet %.1f µs)",
                late,
                storm.slowestOfAThousand() / 1e3,
                quiet.slowestOfAThousand() / 1e3)
            .target("at most 10 times", late <= MOST_LATE),
        Figure.of(
                name() + ": heap kept at " + plan.marks(),
                "%s MB",
                Arrays.toString(heaps.stream().mapToLong(bytes -> bytes >> 20).toArray()))
            .target("within 5 %", growth <= MOST_GROWTH));
  }

  private Tally decideFor(long nanos, BooleanSupplier goOn) {
    Tally tally = new Tally();
    long end = System.nanoTime() + nanos;
    for (long from = System.nanoTime(); from < end && goOn.getAsBoolean(); ) {
      boolean right = decidesRight();
      long to = System.nanoTime();
      tally.add(to - from, right);
      from = System.nanoTime();
    }
    return tally;
  }

  private static void merge(Tally into, Tally other) {
    into.decisions += other.decisions;
    into.wrong += other.wrong;
    for (int i = 0; i < into.buckets.length; i++) {
      into.buckets[i] += other.buckets[i];
    }
  }
}
