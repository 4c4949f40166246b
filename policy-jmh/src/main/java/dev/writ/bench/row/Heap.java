package dev.writ.bench.row;

import java.lang.management.ManagementFactory;

/** How much of the heap is in use. */
final class Heap {
  private Heap() {}

  /** Bytes in use after full collections. */
  static long usedAfterCollection() {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      used = Math.min(used, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return used;
  }
}
