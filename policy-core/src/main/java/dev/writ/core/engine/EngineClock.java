package dev.writ.core.engine;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock of an engine: never goes back, and never throws. Where the source does, the last
 * instant stands and the reading says that it cannot be relied on. Thread-safe.
 */
final class EngineClock {

  private static final Logger LOG = LoggerFactory.getLogger(EngineClock.class);

  /**
   * What the clock says.
   *
   * @param millis epoch milliseconds, not before any earlier reading
   * @param reliable whether the source answered
   */
  record Reading(long millis, boolean reliable) {}

  private final InstantSource source;
  private final AtomicLong latest = new AtomicLong(Long.MIN_VALUE);

  EngineClock(InstantSource source) {
    this.source = source;
  }

  Reading read() {
    long millis;
    try {
      millis = source.millis();
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("the clock failed; nothing is permitted until it answers", e);
      return new Reading(Math.max(0, latest.get()), false);
    }
    long known = latest.get();
    if (millis <= known) {
      return new Reading(known, true);
    }
    return new Reading(latest.accumulateAndGet(millis, Math::max), true);
  }
}
