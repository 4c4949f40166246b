package dev.writ.bench.measure;

import com.sun.management.ThreadMXBean;
import dev.writ.bench.scenario.Decider;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * A contender against the floor within one process: both are run in turns of a few milliseconds, so
 * that whatever slows the machine down slows both down. Times are those of the processor, for one
 * thread.
 */
public final class Trial {
  private static final long TURN_NANOS = 10_000_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Loop floor;
  private final Loop contender;
  private long permits;

  /**
   * A trial.
   *
   * @param floor what the other is held against
   * @param requests how many requests both know, a power of two
   */
  public Trial(Decider floor, Decider contender, int requests) {
    this.floor = new Loop(floor, requests);
    this.contender = new Loop(contender, requests);
  }

  /** One decider run over all requests, over and over. Mutable. */
  private static final class Loop {
    private final Decider decider;
    private final int last;
    private int next;

    Loop(Decider decider, int requests) {
      this.decider = decider;
      this.last = requests - 1;
    }

    long run(long decisions) {
      long permits = 0;
      for (long i = 0; i < decisions; i++) {
        permits += decider.permits(next) ? 1 : 0;
        next = next + 1 & last;
      }
      return permits;
    }
  }

  /**
   * Runs both until they are warm, then measures.
   *
   * @param warmMillis how long each is run before, milliseconds
   * @param turns how many turns of each are measured
   */
  public Pair run(long warmMillis, int turns) {
    long warm = warmMillis * 1_000_000;
    long floorTurn = 1;
    long contenderTurn = 1;
    for (long spent = 0; spent < 2 * warm; ) {
      Cost a = measure(floor, floorTurn);
      Cost b = measure(contender, contenderTurn);
      spent += a.nanos() + b.nanos() + 2;
      floorTurn = next(floorTurn, a);
      contenderTurn = next(contenderTurn, b);
    }
    List<Cost> floors = new ArrayList<>();
    List<Cost> contenders = new ArrayList<>();
    for (int turn = 0; turn < turns; turn++) {
      floors.add(measure(floor, floorTurn));
      contenders.add(measure(contender, contenderTurn));
    }
    return Pair.of(floors, contenders);
  }

  /** How many decisions of both were permits: told, so that no compiler may leave them out. */
  long permits() {
    return permits;
  }

  private static long next(long decisions, Cost cost) {
    double each = Math.max(1.0, (double) cost.nanos() / decisions);
    return Math.max(1, Math.min(decisions * 8, (long) (TURN_NANOS / each)));
  }

  private Cost measure(Loop loop, long decisions) {
    long id = Thread.currentThread().getId();
    long bytes = threads.getThreadAllocatedBytes(id);
    long nanos = threads.getCurrentThreadCpuTime();
    permits += loop.run(decisions);
    return new Cost(
        threads.getCurrentThreadCpuTime() - nanos,
        threads.getThreadAllocatedBytes(id) - bytes,
        decisions);
  }
}
