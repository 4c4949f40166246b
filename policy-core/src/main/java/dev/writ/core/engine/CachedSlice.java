package dev.writ.core.engine;

import dev.writ.core.cache.Gauge;
import dev.writ.core.slice.Slice;
import org.jspecify.annotations.Nullable;

/** One slice of a program as the cache sees it: whether it is asked, and what came of it. */
final class CachedSlice {
  private final Slice slice;
  private final Gauge gauge;
  private final @Nullable String never;
  final CacheCounts counts = new CacheCounts();

  CachedSlice(Slice slice, Gauge gauge) {
    this.slice = slice;
    this.gauge = gauge;
    this.never = slice.limits().isEmpty() ? null : "a limit counts there";
  }

  Slice slice() {
    return slice;
  }

  Gauge gauge() {
    return gauge;
  }

  /** Whether verdicts of requests with a member in this slice are never kept. */
  boolean isNeverKept() {
    return never != null;
  }

  /** Why the cache is not asked, or null where it is. */
  @Nullable String why() {
    return never == null ? gauge.why() : never;
  }

  /** What is told of it. */
  CacheStatistics.SliceStatistics read() {
    return new CacheStatistics.SliceStatistics(
        slice.slot().toString(),
        counts.hits.sum(),
        counts.misses.sum(),
        counts.stale.sum(),
        counts.unfit.sum(),
        why());
  }
}
