package dev.writ.dsl.bench;

import dev.writ.dsl.bench.Stint.Taken;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Several threads that ask the same at once; one is the calling thread itself.
 *
 * @param threads how many, one at least
 */
record Team(int threads) {

  /** What all of them came to: from the first start to the last end. */
  Taken run(Stint stint, Until until) {
    return threads == 1 ? stint.run(until, 0) : together(stint, until);
  }

  private Taken together(Stint stint, Until until) {
    AtomicInteger number = new AtomicInteger();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "writ-bench-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    try {
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Callable<Taken>> tasks = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int first = (int) ((long) stint.questions().size() * i / threads);
        tasks.add(
            () -> {
              start.await();
              return stint.run(until, first);
            });
      }
      return sum(pool.invokeAll(tasks));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a thread that measures failed", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static Taken sum(List<Future<Taken>> parts)
      throws InterruptedException, ExecutionException {
    Taken all = parts.get(0).get();
    for (Future<Taken> part : parts.subList(1, parts.size())) {
      all = plus(all, part.get());
    }
    return all;
  }

  private static Taken plus(Taken one, Taken other) {
    one.times().add(other.times());
    return new Taken(
        one.times(),
        one.decisions() + other.decisions(),
        one.permits() + other.permits(),
        Math.min(one.start(), other.start()),
        Math.max(one.end(), other.end()),
        one.bytes().isPresent() && other.bytes().isPresent()
            ? OptionalLong.of(one.bytes().getAsLong() + other.bytes().getAsLong())
            : OptionalLong.empty());
  }
}
