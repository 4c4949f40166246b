package dev.writ.core.cache;

import dev.writ.core.decision.Verdict;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A verdict, what it read, and from when and until when it holds.
 *
 * <p>Thread-safe. Immutable but for the state of the world that it was last held against.
 */
public final class Remembered {
  private static final int VERDICT_BYTES = 256;

  private final Verdict verdict;
  private final long from;
  private final long until;
  private final EntityReads entities;
  private final AuthorityReads authority;
  private final @Nullable SourceReads source;
  private volatile long epoch;

  /**
   * @param from the instant it was reached at, epoch milliseconds
   * @param until the first instant at which it may be another
   * @param source what was loaded, or null where the engine has no source
   * @param epoch the state of the world it was reached in
   */
  public Remembered(
      Verdict verdict,
      long from,
      long until,
      EntityReads entities,
      AuthorityReads authority,
      @Nullable SourceReads source,
      long epoch) {
    this.verdict = Objects.requireNonNull(verdict, "verdict");
    this.from = from;
    this.until = until;
    this.entities = Objects.requireNonNull(entities, "entities");
    this.authority = Objects.requireNonNull(authority, "authority");
    this.source = source;
    this.epoch = epoch;
  }

  /** The verdict. */
  public Verdict verdict() {
    return verdict;
  }

  /** What was loaded for it, or null where the engine has no source. */
  public @Nullable SourceReads source() {
    return source;
  }

  /** Whether it is still the verdict as far as can be told without looking at anything it read. */
  boolean holdsAsLastSeen(long nowMillis, long present) {
    return epoch == present && source == null && from <= nowMillis && nowMillis < until;
  }

  /** Whether it is still the verdict. */
  boolean holds(Present present, SourceVersions versions) {
    return from <= present.nowMillis()
        && present.nowMillis() < until
        && holdsIn(present)
        && (source == null || source.hold(versions));
  }

  private boolean holdsIn(Present present) {
    long now = present.epoch();
    if (epoch == now) {
      return true;
    }
    boolean holds = entities.hold(present.entities()) && authority.hold(present.authority());
    if (holds) {
      epoch = now;
    }
    return holds;
  }

  /** About how much memory it takes, in bytes. */
  int bytes() {
    int own = Weights.sum(VERDICT_BYTES, verdict.obligations().toString().length() * 4);
    int read = Weights.sum(entities.bytes(), authority.bytes());
    return Weights.sum(own, Weights.sum(read, source == null ? 0 : source.bytes()));
  }
}
