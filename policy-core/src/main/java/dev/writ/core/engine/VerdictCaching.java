package dev.writ.core.engine;

import dev.writ.core.cache.Gauge;
import dev.writ.core.cache.Remembered;
import dev.writ.core.cache.SourceVersions;
import dev.writ.core.cache.VerdictCache;
import dev.writ.core.cache.VerdictKey;
import dev.writ.core.decision.Verdict;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.plan.Program;
import dev.writ.core.reference.Circumstances;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The verdict cache of one engine, and for which of its decisions it is asked. Whatever goes wrong
 * with it, the request is evaluated, and the cache is not asked any more. Thread-safe.
 */
final class VerdictCaching {

  private static final Logger LOG = LoggerFactory.getLogger(VerdictCaching.class);

  private final VerdictCache cache;
  private final long mostBytes;
  private final @Nullable SourceVersions versions;
  private final Supplier<Gauge> gauges;
  private final CacheCounts retired = new CacheCounts();
  private volatile boolean failed;

  /**
   * @param mostBytes how much memory it may take, about
   * @param versions what the source of entities tells, or null where there is none
   * @param gauges makes the gauge of a slice
   */
  VerdictCaching(long mostBytes, @Nullable SourceVersions versions, Supplier<Gauge> gauges) {
    this.cache = new VerdictCache(mostBytes);
    this.mostBytes = mostBytes;
    this.versions = versions;
    this.gauges = gauges;
  }

  VerdictCache cache() {
    return cache;
  }

  SourceVersions versions() {
    return versions == null ? SourceVersions.NONE : versions;
  }

  /** Whether entities come from a source, so that the cache is asked before they are loaded. */
  boolean isOfSource() {
    return versions != null;
  }

  /** The slices of a program, nothing known of any. */
  CachedSlices slices(PolicySet policies, Program program) {
    return new CachedSlices(policies, program.slices(), gauges);
  }

  /**
   * A verdict that is remembered and was held against the present snapshots before: the short way.
   * Null says nothing.
   */
  @Nullable Remembered hit(CachedSlice slice, VerdictKey key, Circumstances circumstances) {
    long now = circumstances.nowMillis();
    if (failed
        || !slice.gauge().isAsking(now)
        || circumstances.health() != Circumstances.Health.GOOD
        || circumstances.isAhead()) {
      return null;
    }
    Remembered entry = cache.hit(key, circumstances.entities(), circumstances.authority(), now);
    if (entry != null) {
      slice.counts.hits.increment();
    }
    return entry;
  }

  /**
   * What a decision is put to, or null where it is evaluated and that is all.
   *
   * @param key asked for only where the cache is
   */
  @Nullable Consultation consult(
      CachedSlices slices,
      CachedSlice slice,
      Circumstances circumstances,
      Supplier<VerdictKey> key) {
    long now = circumstances.nowMillis();
    Gauge.Step step = slice.gauge().next(now);
    if (step == Gauge.Step.PASS
        || failed
        || circumstances.health() != Circumstances.Health.GOOD
        || circumstances.isAhead()) {
      return null;
    }
    Consultation consultation = new Consultation(this, slices, slice, step);
    try {
      if (consultation.asks()) {
        consultation.ask(
            key.get(), cache.present(circumstances.entities(), circumstances.authority(), now));
      }
      return consultation;
    } catch (RuntimeException | StackOverflowError e) {
      fail(e);
      return null;
    }
  }

  /** A verdict that was thought to hold does not. */
  void fail(CachedSlice slice, Verdict remembered, Verdict verdict) {
    failed = true;
    cache.clear();
    LOG.error(
        "the verdict cache is off: for {} it remembered {} where the verdict is {}",
        slice.slice().slot(),
        remembered.reason().code(),
        verdict.reason().code());
  }

  /** Something threw that must not. */
  void fail(Throwable thrown) {
    failed = true;
    cache.clear();
    LOG.error("the verdict cache is off: it failed", thrown);
  }

  /** Another program takes the place of the one with these slices: keeps what was counted. */
  void retire(CachedSlices slices) {
    synchronized (retired) {
      slices.counts().forEach(retired::add);
    }
  }

  /** Most of it will hold no more: frees memory. */
  void clear() {
    cache.clear();
  }

  /** What was counted; of the slices, those of one program. */
  CacheStatistics read(CachedSlices slices) {
    CacheCounts all = new CacheCounts();
    synchronized (retired) {
      all.add(retired);
    }
    slices.counts().forEach(all::add);
    return new CacheStatistics(
        mostBytes,
        failed,
        cache.bytes(),
        cache.size(),
        all.hits.sum(),
        all.misses.sum(),
        all.stale.sum(),
        all.unfit.sum(),
        cache.evictions(),
        slices.read());
  }
}
