package dev.writ.core.engine;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.cache.Gauge;
import dev.writ.core.decision.Decision;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides twice, in any state and at any instant: with a cache that is always asked, and without.
 * For one thread.
 */
public final class TwoWays {
  private static final long MAX_SKEW = 5_000;

  private final ObligationKinds kinds;
  private final @Nullable EntityGathering source;
  private final VerdictCaching caching;
  private final Evaluation cached;
  private final Evaluation plain = new PlannedEvaluation();
  private Loaded loaded;

  /** One request decided both ways. */
  public record Pair(
      Decision cached,
      Decision plain,
      AuthoritySnapshot afterCached,
      AuthoritySnapshot afterPlain) {}

  /**
   * @param source where entities come from that are not stored, or null
   * @param bytes how much the cache may take
   * @param callers the obligations that callers carry out
   */
  public TwoWays(
      PolicySet policies, @Nullable EntitySource source, long bytes, Set<String> callers) {
    this.source = source == null ? null : new EntityGathering(source, 32, 10_000);
    this.caching =
        new VerdictCaching(
            bytes, this.source == null ? null : this.source.versions(), Gauge::always);
    this.cached = new PlannedEvaluation(caching);
    this.kinds = new ObligationKinds(java.util.Map.of(), callers);
    this.loaded = of(policies);
  }

  private Loaded of(PolicySet policies) {
    EntityStore none = EntityStore.bind(policies.schema(), dev.writ.core.model.Entities.NONE);
    return Loaded.of(policies, none, kinds, caching);
  }

  /**
   * Runs another set.
   *
   * @param tidy whether memory is freed
   */
  public void reload(PolicySet policies, boolean tidy) {
    Loaded before = loaded;
    loaded = of(policies);
    if (before.cached() != null) {
      caching.retire(before.cached());
    }
    if (tidy) {
      caching.clear();
    }
  }

  /** Asks both ways. */
  public Pair decide(EntityStore entities, AuthoritySnapshot state, long clock, Request request) {
    return new Pair(
        sitting(true, entities, state, clock).ask(request),
        sitting(false, entities, state, clock).ask(request),
        state,
        state);
  }

  /** Authorises both ways. */
  public Pair authorize(EntityStore entities, AuthoritySnapshot state, long clock, Request request)
      throws EntityLoadException {
    Sitting.Ruling cache = authorized(true, entities, state, clock, request);
    Sitting.Ruling none = authorized(false, entities, state, clock, request);
    return new Pair(cache.decision(), none.decision(), cache.next(), none.next());
  }

  private Sitting.Ruling authorized(
      boolean byCache, EntityStore entities, AuthoritySnapshot state, long clock, Request request)
      throws EntityLoadException {
    Sitting sitting = sitting(byCache, entities, state, clock);
    Sitting.Ready ready = sitting.ready(request);
    return ready.known() == null
        ? new Sitting(tools(byCache, clock), ready.loaded(), state).authorize(request)
        : sitting.authorized(request, ready.known());
  }

  private Sitting sitting(
      boolean byCache, EntityStore entities, AuthoritySnapshot state, long clock) {
    return new Sitting(tools(byCache, clock), loaded.with(entities), state);
  }

  private Sitting.Tools tools(boolean byCache, long clock) {
    return new Sitting.Tools(
        byCache ? cached : plain,
        new EngineClock(InstantSource.fixed(Instant.ofEpochMilli(clock))),
        MAX_SKEW,
        new DecisionIds(),
        new Tallies(),
        source,
        byCache && source != null ? new Recall(caching) : null);
  }

  /** What the cache counted. */
  public CacheStatistics statistics() {
    CachedSlices slices = loaded.cached();
    return slices == null ? CacheStatistics.NONE : caching.read(slices);
  }
}
