package dev.writ.core.engine;

import java.util.concurrent.atomic.LongAdder;

/** What came of asking the cache. Thread-safe. */
final class CacheCounts {
  final LongAdder hits = new LongAdder();
  final LongAdder misses = new LongAdder();
  final LongAdder stale = new LongAdder();

  /** Misses whose verdict was not kept. */
  final LongAdder unfit = new LongAdder();

  void add(CacheCounts others) {
    hits.add(others.hits.sum());
    misses.add(others.misses.sum());
    stale.add(others.stale.sum());
    unfit.add(others.unfit.sum());
  }
}
