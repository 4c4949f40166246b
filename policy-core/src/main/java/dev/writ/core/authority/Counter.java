package dev.writ.core.authority;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a limit has counted for one key.
 *
 * @param limit the id of the limit
 * @param key the text of the entity, or the id of the session, that is counted for
 * @param buckets what was counted, by the start of the bucket in epoch milliseconds, in the units
 *     of the limit; none is negative
 */
public record Counter(String limit, String key, SortedMap<Long, Long> buckets) {
  public Counter {
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(key, "key");
    if (buckets.values().stream().anyMatch(amount -> amount < 0)) {
      throw new IllegalArgumentException("a count is not negative");
    }
    buckets = Collections.unmodifiableSortedMap(new TreeMap<>(buckets));
  }
}
