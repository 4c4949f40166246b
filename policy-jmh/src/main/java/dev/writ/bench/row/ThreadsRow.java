package dev.writ.bench.row;

import dev.writ.bench.contender.Contenders;
import dev.writ.bench.scenario.Decider;
import dev.writ.bench.scenario.Scenario;
import dev.writ.bench.scenario.Scenarios;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How much more two threads decide than one, beside a loop that touches no memory at all. */
final class ThreadsRow {
  private static final int ROUNDS = 11;
  private static final long ROUND_MILLIS = 300;
  private static final double TARGET = 0.95;
  private static final int BATCH = 64;

  private ThreadsRow() {}

  static List<Figure> measure() throws InterruptedException, ExecutionException {
    Scenario scenario = Scenarios.make("s1");
    Decider writ = Objects.requireNonNull(Contenders.named("writ").prepare(scenario));
    List<Double> control = new ArrayList<>();
    List<Double> decided = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      control.add(scaling(ThreadsRow::spins));
      decided.add(scaling(writ));
    }
    double ofControl = median(control);
    double ofWrit = median(decided);
    return List.of(
        Figure.of("two threads, control loop", "%.2f times one", ofControl),
        Figure.of("two threads, s1", "%.2f times one", ofWrit)
            .target("at least 0.95 × control", ofWrit >= TARGET * ofControl));
  }

  /** Some hundred steps in registers. */
  private static boolean spins(int number) {
    int x = number | 1;
    for (int i = 0; i < 200; i++) {
      x = x * 1_664_525 + 1_013_904_223;
    }
    return x > 0;
  }

  private static double median(List<Double> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }

  private static double scaling(Decider decider) throws InterruptedException, ExecutionException {
    long one = decisions(decider, 1);
    return (double) decisions(decider, 2) / one;
  }

  private static long decisions(Decider decider, int threads)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CountDownLatch start = new CountDownLatch(threads);
      List<Future<Long>> counts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        counts.add(
            pool.submit(
                () -> {
                  start.countDown();
                  start.await();
                  return count(decider);
                }));
      }
      long sum = 0;
      for (Future<Long> count : counts) {
        sum += count.get();
      }
      return sum;
    } finally {
      pool.shutdownNow();
    }
  }

  private static long count(Decider decider) {
    long end = System.nanoTime() + ROUND_MILLIS * 1_000_000;
    long count = 0;
    long permits = 0;
    while (System.nanoTime() < end) {
      for (int i = 0; i < BATCH; i++) {
        permits += decider.permits((int) (count + i) & 1_023) ? 1 : 0;
      }
      count += BATCH;
    }
    return permits < 0 ? 0 : count;
  }
}
