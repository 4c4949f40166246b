package dev.writ.core.reference;

import dev.writ.core.reference.SweepLog.Block;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A process of a sweep: compares the blocks that are not finished yet, in some threads. */
final class SweepWorker {
  /** How many seeds make a block: some seconds of work. */
  static final int SEEDS = 128;

  private final SweepLog log;
  private final long first;
  private final int blocks;
  private final Set<Long> finished = new HashSet<>();
  private final AtomicInteger next = new AtomicInteger();

  private SweepWorker(SweepLog log, long first, int blocks) throws IOException {
    this.log = log;
    this.first = first;
    this.blocks = blocks;
    log.blocks().forEach(block -> finished.add(block.seed()));
  }

  /**
   * Compares until all blocks are finished, or one thread fails.
   *
   * @param args log, commit, first seed, how many blocks, how many threads
   */
  public static void main(String[] args) throws Exception {
    SweepLog log = new SweepLog(Path.of(args[0]), args[1]);
    SweepWorker worker = new SweepWorker(log, Long.parseLong(args[2]), Integer.parseInt(args[3]));
    int threads = Integer.parseInt(args[4]);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      pool.invokeAll(Collections.nCopies(threads, worker::work)).forEach(SweepWorker::ended);
    } finally {
      pool.shutdownNow();
    }
  }

  private static void ended(Future<?> work) {
    try {
      work.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("a sweep ended early", e);
    }
  }

  private @Nullable Void work() throws IOException {
    for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
      long seed = first + (long) block * SEEDS;
      if (!finished.contains(seed)) {
        log.append(new Comparing().block(seed));
      }
    }
    return null;
  }

  /** The cases of one block. */
  private static final class Comparing {
    private long cases;
    private long comparisons;
    private long differences;

    Block block(long from) {
      for (long seed = from; seed < from + SEEDS; seed++) {
        DifferentialRun.each(seed, this::count);
      }
      return new Block(from, SEEDS, cases, comparisons, differences);
    }

    private void count(DifferentialRun.Case one) {
      cases += one.again() ? 0 : 1;
      comparisons += one.comparison().decided() == null ? 0 : 1;
      if (one.differs()) {
        differences++;
        System.out.println(one.small());
      }
    }
  }
}
