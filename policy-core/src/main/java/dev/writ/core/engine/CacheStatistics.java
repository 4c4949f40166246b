package dev.writ.core.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the verdict cache of an engine has counted. Immutable.
 *
 * @param mostBytes how much memory it may take, 0 where the engine has none
 * @param failed whether it was switched off since something went wrong with it
 * @param bytes how much it takes, about
 * @param entries how many verdicts it holds, such among them as no longer hold
 * @param hits decisions that it answered
 * @param misses decisions for which it was asked in vain
 * @param stale those among the misses for which it held a verdict that might no longer hold
 * @param unfit those among the misses whose verdict could not be kept: it rests on something held,
 *     counts or labels something, could not be evaluated whole, or is too large
 * @param evictions verdicts that gave way to others because all weighed too much
 * @param slices the slices of the policy set that runs, in their order, since it was loaded
 */
public record CacheStatistics(
    long mostBytes,
    boolean failed,
    long bytes,
    long entries,
    long hits,
    long misses,
    long stale,
    long unfit,
    long evictions,
    List<SliceStatistics> slices) {

  static final CacheStatistics NONE = new CacheStatistics(0, false, 0, 0, 0, 0, 0, 0, 0, List.of());

  public CacheStatistics {
    slices = List.copyOf(slices);
  }

  /**
   * Those of one slice.
   *
   * @param slice its action, type of principal and type of resource
   * @param why why the cache is not asked for it now, or null where it is
   */
  public record SliceStatistics(
      String slice, long hits, long misses, long stale, long unfit, @Nullable String why) {

    /** Whether the cache is asked, for people. */
    String describe() {
      return "cache, "
          + slice
          + ": "
          + (why == null ? hits + " hits, " + misses + " misses" : "not asked: " + why);
    }
  }
}
