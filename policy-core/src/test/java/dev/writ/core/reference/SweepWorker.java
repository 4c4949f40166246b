package dev.writ.core.reference;

import dev.writ.core.reference.SweepLog.Block;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** One process of a sweep: compares the blocks that are its own and not finished yet. */
final class SweepWorker {
  /** How many seeds make a block: some seconds of work. */
  static final int SEEDS = 128;

  private long cases;
  private long comparisons;
  private long differences;

  private SweepWorker() {}

  /**
   * Compares until all blocks of this process are finished.
   *
   * @param args log, commit, first seed, blocks in all, number of this process, how many there are
   */
  public static void main(String[] args) throws IOException {
    SweepLog log = new SweepLog(Path.of(args[0]), args[1]);
    long first = Long.parseLong(args[2]);
    int blocks = Integer.parseInt(args[3]);
    int step = Integer.parseInt(args[5]);
    Set<Long> finished = new HashSet<>();
    log.blocks().forEach(block -> finished.add(block.seed()));
    for (int block = Integer.parseInt(args[4]); block < blocks; block += step) {
      long seed = first + (long) block * SEEDS;
      if (!finished.contains(seed)) {
        log.append(new SweepWorker().block(seed));
      }
    }
  }

  private Block block(long from) {
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
