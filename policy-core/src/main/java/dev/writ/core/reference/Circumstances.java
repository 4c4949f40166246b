package dev.writ.core.reference;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.model.EntityStore;
import java.util.Objects;

/**
 * What a request is decided in: entities, authority and time, and whether they can be relied on.
 *
 * <p>Immutable, thread-safe.
 *
 * @param entities the stored entities
 * @param authority the state of authority
 * @param clockMillis what the clock says, epoch milliseconds; now is the later of it and the
 *     state's latest instant
 * @param maxSkewMillis by how much the state may be ahead of the clock
 * @param health whether entities and state can be relied on
 */
public record Circumstances(
    EntityStore entities,
    AuthoritySnapshot authority,
    long clockMillis,
    long maxSkewMillis,
    Health health) {

  /** Whether what a decision reads can be relied on. */
  public enum Health {
    /** It can. */
    GOOD,
    /** It is older than it may be. */
    STALE,
    /** A port failed or did not answer in time. */
    UNAVAILABLE
  }

  public Circumstances {
    Objects.requireNonNull(entities, "entities");
    Objects.requireNonNull(authority, "authority");
    Objects.requireNonNull(health, "health");
    if (maxSkewMillis < 0) {
      throw new IllegalArgumentException("a skew cannot be negative, got " + maxSkewMillis);
    }
  }

  /** The instant of the decision. */
  public long nowMillis() {
    return Math.max(clockMillis, authority.latestMillis());
  }

  /** Whether the state is ahead of the clock by more than it may be. */
  public boolean isAhead() {
    long latest = authority.latestMillis();
    return latest > clockMillis && ZoneClock.saturatedSum(clockMillis, maxSkewMillis) < latest;
  }

  /** The same at a later instant, all else fixed. */
  Circumstances at(long instant) {
    return new Circumstances(entities, authority, instant, maxSkewMillis, health);
  }
}
