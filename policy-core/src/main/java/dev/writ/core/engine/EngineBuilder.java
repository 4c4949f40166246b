package dev.writ.core.engine;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.cache.Gauge;
import dev.writ.core.cache.GaugeTerms;
import dev.writ.core.ir.Bundle;
import dev.writ.core.ir.BundleTrust;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.Entities;
import dev.writ.core.model.EntityStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects what an engine is made of. Not thread-safe. Without entities there are none, without
 * authority nothing was granted, and the clock is the system's.
 */
public final class EngineBuilder {

  private static final long DEFAULT_SKEW_MILLIS = 5_000;
  private static final int DEFAULT_ROUNDS = 32;
  private static final int DEFAULT_ENTITIES = 10_000;
  private static final Duration LONGEST = Duration.ofMillis(Long.MAX_VALUE);

  private final PolicySet policies;
  private final BundleTrust order;
  private final Map<String, ObligationHandler> handlers = new HashMap<>();
  private final Set<String> callers = new HashSet<>();
  private final List<DecisionListener> listeners = new ArrayList<>();
  private Entities entities = Entities.NONE;
  private AuthoritySnapshot authority = AuthoritySnapshot.EMPTY;
  private InstantSource clock = InstantSource.system();
  private long maxSkewMillis = DEFAULT_SKEW_MILLIS;
  private @Nullable EntityGathering source;
  private @Nullable Evaluation evaluation;
  private long cacheBytes;
  private Supplier<Gauge> gauges = () -> new Gauge(GaugeTerms.DEFAULT, System::nanoTime);

  /**
   * @param bundle where the policies come from, or null
   */
  EngineBuilder(PolicySet policies, @Nullable Bundle bundle) {
    this.policies = Objects.requireNonNull(policies, "policies");
    BundleTrust any = BundleTrust.inAnybody();
    this.order = bundle == null ? any : any.after(bundle);
  }

  /** The entities, in place of any given before. */
  public EngineBuilder entities(Entities all) {
    this.entities = Objects.requireNonNull(all, "all");
    return this;
  }

  /**
   * Where entities come from that are not given by {@link #entities}: asked at most 32 times for
   * one request, for at most 10,000 entities.
   */
  public EngineBuilder entitySource(EntitySource other) {
    return entitySource(other, DEFAULT_ROUNDS, DEFAULT_ENTITIES);
  }

  /**
   * Where entities come from that are not given by {@link #entities}. A request for which it would
   * be asked more often, or for more entities, is denied, {@code unavailable}. Commands read the
   * given entities alone.
   *
   * @param mostRounds how often it may be asked for one request: each attribute on a path and each
   *     level of the hierarchy takes one
   * @param mostEntities for how many entities altogether
   * @throws IllegalArgumentException if a bound is not positive
   */
  public EngineBuilder entitySource(EntitySource other, int mostRounds, int mostEntities) {
    Objects.requireNonNull(other, "other");
    if (mostRounds < 1 || mostEntities < 1) {
      throw new IllegalArgumentException("a bound of a source is positive");
    }
    this.source = new EntityGathering(other, mostRounds, mostEntities);
    return this;
  }

  /** The state of authority to start from, in place of any given before. */
  public EngineBuilder authority(AuthoritySnapshot snapshot) {
    this.authority = Objects.requireNonNull(snapshot, "snapshot");
    return this;
  }

  /** The clock, a {@link java.time.Clock} or another source of instants. */
  public EngineBuilder clock(InstantSource source) {
    this.clock = Objects.requireNonNull(source, "source");
    return this;
  }

  /**
   * By how much the authority state may be ahead of the clock before every request is denied as
   * {@code stale_state}; five seconds if not said.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public EngineBuilder maxSkew(Duration skew) {
    if (skew.isNegative()) {
      throw new IllegalArgumentException("a skew cannot be negative, got " + skew);
    }
    this.maxSkewMillis = skew.compareTo(LONGEST) > 0 ? Long.MAX_VALUE : skew.toMillis();
    return this;
  }

  /**
   * Who carries out a kind of obligation within {@code authorize}, in place of any given before.
   *
   * @param kind the kind, qualified or its last part where one kind ends so
   */
  public EngineBuilder obligationHandler(String kind, ObligationHandler handler) {
    handlers.put(Objects.requireNonNull(kind, "kind"), Objects.requireNonNull(handler, "handler"));
    return this;
  }

  /**
   * Kinds of obligations that every caller of this engine carries out itself, or denies where it
   * cannot.
   */
  public EngineBuilder callerSupports(String... kinds) {
    callers.addAll(List.of(kinds));
    return this;
  }

  /** A further listener. */
  public EngineBuilder listener(DecisionListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /**
   * How much memory, about, the verdict cache may take; 0, as unless said otherwise, for no cache:
   * what an engine holds is nearly always decided faster than anything is found in a cache, so one
   * is for a slow source of entities and for slices with much to evaluate. It needs {@code
   * com.github.ben-manes.caffeine:caffeine}, which no engine without it does.
   *
   * <p>A remembered verdict is held against the entities, the state of authority and the instant at
   * each hit, and only slices for which that saves time are remembered ({@link
   * PolicyEngine#cacheStatistics}). What was loaded from a source is remembered only where the
   * source tells versions ({@link EntitySource#version}).
   *
   * @throws IllegalArgumentException if it is negative
   */
  public EngineBuilder cacheBytes(long most) {
    if (most < 0) {
      throw new IllegalArgumentException("a cache cannot be of " + most + " bytes");
    }
    this.cacheBytes = most;
    return this;
  }

  EngineBuilder evaluation(Evaluation other) {
    this.evaluation = other;
    return this;
  }

  EngineBuilder gauges(Supplier<Gauge> others) {
    this.gauges = others;
    return this;
  }

  private @Nullable VerdictCaching caching() {
    try {
      return cacheBytes == 0
          ? null
          : new VerdictCaching(cacheBytes, source == null ? null : source.versions(), gauges);
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(
          "a cache needs `com.github.ben-manes.caffeine:caffeine` beside `policy-core`", e);
    }
  }

  /**
   * The engine.
   *
   * @throws PolicyLoadException if the policy set is not whole, or asks for an obligation that
   *     nobody carries out
   * @throws IllegalStateException if there is to be a cache and Caffeine is missing
   */
  public PolicyEngine build() {
    ObligationKinds kinds = new ObligationKinds(handlers, callers);
    List<String> problems = Loaded.problems(policies, kinds, source != null);
    if (!problems.isEmpty()) {
      throw new PolicyLoadException(problems);
    }
    VerdictCaching caching = evaluation == null ? caching() : null;
    Tallies tallies = new Tallies();
    Sitting.Tools tools =
        new Sitting.Tools(
            evaluation == null ? new PlannedEvaluation(caching) : evaluation,
            new EngineClock(clock),
            maxSkewMillis,
            new DecisionIds(),
            tallies,
            source,
            caching == null || source == null ? null : new Recall(caching));
    Loaded loaded =
        Loaded.of(policies, EntityStore.bind(policies.schema(), entities), kinds, caching);
    return new PolicyEngine(
        tools,
        new Running(loaded, kinds, source != null, caching, order),
        new InMemoryAuthority(authority),
        new Audience(listeners, tallies),
        caching);
  }
}
