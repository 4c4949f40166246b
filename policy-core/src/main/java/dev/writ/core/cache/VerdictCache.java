package dev.writ.core.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.model.EntityStore;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Remembered verdicts, bounded by what they weigh.
 *
 * <p>Thread-safe. Who asks holds what it finds against the present: taking entries out frees memory
 * and is never needed for a right answer. Upkeep is done by who puts and asks, on no other thread.
 */
public final class VerdictCache {
  private static final int LARGEST_PART = 16;

  private final Cache<VerdictKey, Remembered> entries;
  private final Epochs epochs = new Epochs();
  private final LongAdder evictions = new LongAdder();
  private final long mostBytes;

  /**
   * @param mostBytes how much memory the entries may take, about; positive
   */
  public VerdictCache(long mostBytes) {
    this.mostBytes = mostBytes;
    this.entries =
        Caffeine.newBuilder()
            .maximumWeight(mostBytes)
            .<VerdictKey, Remembered>weigher((key, entry) -> weight(key, entry))
            .evictionListener(
                (@Nullable VerdictKey key, @Nullable Remembered entry, RemovalCause cause) ->
                    evictions.increment())
            .executor(Runnable::run)
            .build();
  }

  private static int weight(VerdictKey key, Remembered entry) {
    return Weights.sum(4 * Weights.OBJECT, Weights.sum(key.bytes(), entry.bytes()));
  }

  /** These snapshots at an instant, epoch milliseconds. */
  public Present present(EntityStore entities, AuthoritySnapshot authority, long nowMillis) {
    return new Present(entities, authority, nowMillis, epochs.of(entities, authority));
  }

  /**
   * What is remembered of this key where it was held against these snapshots before and still
   * holds; null says nothing.
   */
  public @Nullable Remembered hit(
      VerdictKey key, EntityStore stored, AuthoritySnapshot authority, long nowMillis) {
    Remembered entry = entries.getIfPresent(key);
    return entry != null && entry.holdsAsLastSeen(nowMillis, epochs.of(stored, authority))
        ? entry
        : null;
  }

  /** What is remembered of this key, whether it still holds or not; null for nothing. */
  public @Nullable Remembered find(VerdictKey key) {
    return entries.getIfPresent(key);
  }

  /** Whether a remembered verdict is still the verdict; one that is not is forgotten. */
  public boolean holds(VerdictKey key, Remembered entry, Present present, SourceVersions versions) {
    boolean holds = entry.holds(present, versions);
    if (!holds) {
      entries.asMap().remove(key, entry);
    }
    return holds;
  }

  /** Whether something of this size is too large to be put beside others. */
  public boolean isTooLarge(VerdictKey key) {
    return key.bytes() > mostBytes / LARGEST_PART;
  }

  /** Remembers a verdict in place of any before, unless it is too large. */
  public void put(VerdictKey key, Remembered entry) {
    if (weight(key, entry) <= mostBytes / LARGEST_PART) {
      entries.put(key, entry);
    }
  }

  /** Forgets everything. */
  public void clear() {
    entries.invalidateAll();
  }

  /** How many entries were taken out because they weighed too much together. */
  public long evictions() {
    return evictions.sum();
  }

  /** How many there are. */
  public long size() {
    entries.cleanUp();
    return entries.asMap().size();
  }

  /** About how much memory they take, in bytes. */
  public long bytes() {
    return entries.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }
}
