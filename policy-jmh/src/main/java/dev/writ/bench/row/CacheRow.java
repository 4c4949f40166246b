package dev.writ.bench.row;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.writ.bench.measure.Pair;
import dev.writ.bench.measure.Trial;
import dev.writ.bench.scenario.Decider;
import dev.writ.bench.scenario.Scenario;
import dev.writ.bench.scenario.Scenarios;
import dev.writ.core.cache.AuthorityReads;
import dev.writ.core.cache.EntityReads;
import dev.writ.core.cache.Present;
import dev.writ.core.cache.Projection;
import dev.writ.core.cache.Remembered;
import dev.writ.core.cache.SourceVersions;
import dev.writ.core.cache.VerdictCache;
import dev.writ.core.cache.VerdictKey;
import dev.writ.core.decision.Effect;
import dev.writ.core.decision.Verdict;
import dev.writ.core.engine.EngineBuilder;
import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.PolicySetHash;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.InvalidRequestException;
import dev.writ.core.model.Request;
import dev.writ.core.model.RequestBinding;
import dev.writ.core.plan.Program;
import dev.writ.core.plan.Surroundings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A hit of the verdict cache beside a hit of Caffeine with the same key, and engines with a cache
 * beside the same without.
 */
final class CacheRow {
  private static final long WARM_MILLIS = 3_000;
  private static final int TURNS = 40;
  private static final long BYTES = 64L << 20;
  private static final double HIT = 1.3;
  private static final double WORKLOAD = 1.1;

  private final Scenario scenario = Scenarios.make("s1");
  private final PolicySet policies = scenario.policies().set();
  private final EntityStore entities = EntityStore.bind(policies.schema(), scenario.entities());
  private final Program program = Program.of(policies, PolicySetHash.of(policies));
  private final Surroundings now =
      new Surroundings(scenario.authority(), scenario.nowMillis(), false, false);
  private final Projection projection =
      new Projection(List.of("amount", "environment"), List.of("mfa", "risk"), List.of());
  private final VerdictCache ours = new VerdictCache(BYTES);
  private final Cache<VerdictKey, Verdict> bare =
      Caffeine.newBuilder().maximumSize(100_000).executor(Runnable::run).build();
  private final Present present =
      ours.present(entities, scenario.authority(), scenario.nowMillis());
  private final VerdictKey[] keys = new VerdictKey[scenario.requests().size()];

  private CacheRow() {
    for (int i = 0; i < keys.length; i++) {
      BoundRequest bound = bound(scenario.requests().get(i));
      Verdict verdict = program.decide(program.question(bound), now).verdict();
      ours.put(projection.key(bound), remembered(bound, verdict));
      bare.put(projection.key(bound), verdict);
      keys[i] = projection.key(bound);
    }
  }

  private BoundRequest bound(Request request) {
    try {
      return RequestBinding.bind(policies.schema(), entities, request, DataLimits.DEFAULT);
    } catch (InvalidRequestException e) {
      throw new IllegalStateException("a request of the scenario does not fit", e);
    }
  }

  private Remembered remembered(BoundRequest bound, Verdict verdict) {
    return new Remembered(
        verdict,
        scenario.nowMillis(),
        Long.MAX_VALUE,
        EntityReads.of(Set.of(bound.principal(), bound.resource()), entities),
        AuthorityReads.of(
            bound, scenario.authority(), Set.of(), Set.of(bound.principal()), Set.of()),
        null,
        present.epoch());
  }

  static List<Figure> measure() {
    List<Figure> figures = new ArrayList<>(List.of(new CacheRow().hit()));
    for (String name : List.of("s1", "s2-1000", "s3", "s4-1000", "s5-10", "tinytodo")) {
      figures.add(workload(Scenarios.make(name)));
    }
    return figures;
  }

  private Figure hit() {
    Pair pair = new Trial(this::ofCaffeine, this::ofOurs, keys.length).run(WARM_MILLIS, TURNS);
    return Figure.of(
            "a hit of the cache, beside Caffeine with the same key",
            "%.2f times, %d B",
            pair.ratio(),
            pair.bytes())
        .target("at most 1.3 times", pair.ratio() <= HIT);
  }

  private boolean ofCaffeine(int number) {
    Verdict verdict = bare.getIfPresent(keys[number]);
    if (verdict == null) {
      throw new IllegalStateException("no hit");
    }
    return verdict.effect() == Effect.PERMIT;
  }

  private boolean ofOurs(int number) {
    VerdictKey key = keys[number];
    Remembered entry = ours.find(key);
    if (entry == null || !ours.holds(key, entry, present, SourceVersions.NONE)) {
      throw new IllegalStateException("no hit");
    }
    return entry.verdict().effect() == Effect.PERMIT;
  }

  private static Figure workload(Scenario scenario) {
    Pair pair =
        new Trial(decider(scenario, 0), decider(scenario, BYTES), scenario.requests().size())
            .run(WARM_MILLIS, TURNS);
    return Figure.of(
            "an engine with a cache, beside one without, " + scenario.name(),
            "%.2f times",
            pair.ratio())
        .target("at most 1.1 times", pair.ratio() <= WORKLOAD);
  }

  private static Decider decider(Scenario scenario, long cacheBytes) {
    EngineBuilder builder =
        PolicyEngine.builder(scenario.policies().set())
            .entities(scenario.entities())
            .authority(scenario.authority())
            .clock(InstantSource.fixed(Instant.ofEpochMilli(scenario.nowMillis())))
            .callerSupports("log", "notify", "alert")
            .cacheBytes(cacheBytes);
    PolicyEngine engine = builder.build();
    Request[] requests = scenario.requests().toArray(Request[]::new);
    return number -> engine.decide(requests[number]).wouldPermit();
  }
}
