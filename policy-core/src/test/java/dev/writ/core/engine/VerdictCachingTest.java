package dev.writ.core.engine;

import static dev.writ.core.engine.SetBuilder.member;
import static dev.writ.core.engine.SetBuilder.optional;
import static dev.writ.core.engine.SetBuilder.principal;
import static dev.writ.core.engine.SetBuilder.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.writ.core.cache.Gauge;
import dev.writ.core.cache.GaugeTerms;
import dev.writ.core.decision.Decision;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityChanges;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.Request;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the cache of an engine answers, and what it leaves to be evaluated. */
class VerdictCachingTest {
  private static final EntityId ANN = EntityId.of("User", "ann");
  private static final EntityId DOC = EntityId.of("Doc", "1");
  private static final EntityId SRE = EntityId.of("Team", "sre");
  private static final Request READ = Request.of(ANN, "read", DOC).arg("count", 1);

  private static SetBuilder set() {
    return new SetBuilder()
        .entity("Team")
        .human("User")
        .entity("Doc", required("team", Type.EntityType.of("Team")))
        .action(
            "read",
            "User",
            "Doc",
            required("count", Type.Scalar.INT),
            optional("note", Type.Scalar.STRING))
        .permit(
            "p",
            "read",
            new Expr.And(
                List.of(
                    new Expr.InEntities(principal(), List.of(member(Expr.Root.RESOURCE, "team"))),
                    new Expr.Compare(
                        Expr.Comparison.LT,
                        member(Expr.Root.ARGS, "count"),
                        new Expr.Const(new IntValue(10))))));
  }

  private static final PolicySet POLICIES = set().build();

  private static final Entities ENTITIES =
      Entities.of(Entity.of(ANN).in(SRE), Entity.of(DOC).with("team", "sre"), Entity.of(SRE));

  /** Tells what it knows, and a version of everything. */
  private static class Directory implements EntitySource {
    final Map<EntityId, Entity> entities = new HashMap<>();
    int version;
    int loads;

    Directory() {
      ENTITIES.all().forEach(entity -> entities.put(entity.uid(), entity));
    }

    void put(Entity entity) {
      entities.put(entity.uid(), entity);
      version++;
    }

    @Override
    public Collection<Entity> load(Set<EntityId> ids) {
      loads++;
      return ids.stream().map(entities::get).filter(Objects::nonNull).toList();
    }

    @Override
    public @Nullable Object version(Set<EntityId> ids) {
      return version;
    }
  }

  private static EngineBuilder builder(PolicySet policies) {
    return PolicyEngine.builder(policies)
        .clock(Fakes.CLOCK)
        .cacheBytes(1 << 20)
        .gauges(Gauge::always);
  }

  private static PolicyEngine held() {
    return builder(POLICIES).entities(ENTITIES).build();
  }

  private static PolicyEngine of(EntitySource source) {
    return builder(POLICIES).entitySource(source).build();
  }

  @Test
  void version_thatThrows_isDecidedWithoutTheCache() {
    Directory directory =
        new Directory() {
          @Override
          public Object version(Set<EntityId> ids) {
            throw new IllegalStateException("down");
          }
        };
    try (PolicyEngine engine = of(directory)) {
      assertThat(engine.decide(READ).permitted()).isTrue();
      directory.put(Entity.of(ANN));
      assertThat(engine.decide(READ).verdict().reason()).isEqualTo(ReasonCode.NO_PERMIT);
      assertThat(engine.cacheStatistics().hits()).isZero();
      assertThat(engine.cacheStatistics().failed()).isFalse();
    }
  }

  @Test
  void version_thatThrowsLater_isLoadedAnew() {
    boolean[] down = {false};
    Directory directory =
        new Directory() {
          @Override
          public Object version(Set<EntityId> ids) {
            if (down[0]) {
              throw new IllegalStateException("down");
            }
            return 7;
          }
        };
    try (PolicyEngine engine = of(directory)) {
      assertThat(engine.decide(READ).permitted()).isTrue();
      down[0] = true;
      directory.put(Entity.of(ANN));
      assertThat(engine.decide(READ).verdict().reason()).isEqualTo(ReasonCode.NO_PERMIT);
    }
  }

  @Test
  void source_thatTellsNoVersions_isLoadedFromEachTime() {
    int[] loads = {0};
    Directory directory = new Directory();
    EntitySource silent =
        ids -> {
          loads[0]++;
          return directory.load(ids);
        };
    try (PolicyEngine engine = of(silent)) {
      engine.decide(READ);
      int once = loads[0];
      engine.decide(READ);
      assertThat(loads[0]).isEqualTo(2 * once).isPositive();
      assertThat(engine.cacheStatistics().slices().get(0).why())
          .isEqualTo("the source tells no versions");
    }
  }

  @Test
  void source_ofTheSameVersion_isNotLoadedFrom() {
    Directory directory = new Directory();
    try (PolicyEngine engine = of(directory)) {
      Decision first = engine.decide(READ);
      int loads = directory.loads;
      Decision second = engine.decide(READ);
      Decision third = engine.authorize(READ);
      assertThat(directory.loads).isEqualTo(loads);
      assertThat(engine.cacheStatistics().hits()).isEqualTo(2);
      assertThat(second.verdict()).isEqualTo(first.verdict());
      assertThat(second.entityVersion()).isEqualTo(first.entityVersion());
      assertThat(second.id()).isNotEqualTo(first.id());
      assertThat(third.permitted()).isTrue();
    }
  }

  @Test
  void source_ofAnotherVersion_isLoadedFromAndSeen() {
    Directory directory = new Directory();
    try (PolicyEngine engine = of(directory)) {
      assertThat(engine.decide(READ).permitted()).isTrue();
      directory.put(Entity.of(ANN));
      assertThat(engine.decide(READ).verdict().reason()).isEqualTo(ReasonCode.NO_PERMIT);
      assertThat(engine.cacheStatistics().stale()).isEqualTo(1);
    }
  }

  @Test
  void source_thatChangesWhileItIsLoadedFrom_isLoadedFromAgain() {
    Directory directory =
        new Directory() {
          @Override
          public Collection<Entity> load(Set<EntityId> ids) {
            Collection<Entity> told = super.load(ids);
            if (loads == 1) {
              put(Entity.of(ANN));
            }
            return told;
          }
        };
    try (PolicyEngine engine = of(directory)) {
      assertThat(engine.decide(READ).permitted()).isTrue();
      assertThat(engine.decide(READ).verdict().reason()).isEqualTo(ReasonCode.NO_PERMIT);
    }
  }

  @Test
  void stored_inPlaceOfWhatWasLoaded_isRead() {
    Directory directory = new Directory();
    try (PolicyEngine engine = of(directory)) {
      assertThat(engine.decide(READ).permitted()).isTrue();
      engine.updateEntities(EntityChanges.of(Entity.of(ANN)));
      assertThat(engine.decide(READ).verdict().reason()).isEqualTo(ReasonCode.NO_PERMIT);
    }
  }

  @Test
  void entity_thatOthersAreNotIn_changes_andOnlyWhatReadsItIsEvaluated() {
    try (PolicyEngine engine = held()) {
      assertThat(engine.decide(READ).permitted()).isTrue();
      engine.updateEntities(EntityChanges.of(Entity.of("User", "bo")));
      assertThat(engine.decide(READ).permitted()).isTrue();
      assertThat(engine.cacheStatistics().hits()).isEqualTo(1);
      engine.updateEntities(EntityChanges.of(Entity.of(ANN)));
      assertThat(engine.decide(READ).verdict().reason()).isEqualTo(ReasonCode.NO_PERMIT);
      assertThat(engine.cacheStatistics().stale()).isEqualTo(1);
    }
  }

  @Test
  void request_thatDoesNotFit_isRefusedThoughWhatIsReadWasAskedBefore() {
    Directory directory = new Directory();
    for (PolicyEngine engine : List.of(held(), of(directory))) {
      try (engine) {
        assertThat(engine.decide(READ.arg("note", "x")).permitted()).isTrue();
        assertThat(engine.decide(READ.arg("note", "y")).permitted()).isTrue();
        assertThat(engine.cacheStatistics().hits()).isEqualTo(1);
        for (Request wrong :
            List.of(
                READ.arg("note", 7),
                READ.arg("other", 7),
                READ.arg("note", "x".repeat(70_000)),
                READ.session(""),
                READ.idempotencyKey("x".repeat(70_000)),
                READ.onBehalfOf(ANN))) {
          assertThat(engine.decide(wrong).verdict().reason()).isEqualTo(ReasonCode.INVALID_REQUEST);
        }
        assertThat(engine.decide(READ.arg("count", 11)).permitted()).isFalse();
      }
    }
  }

  @Test
  void request_thatBringsEntities_isEvaluated() {
    try (PolicyEngine engine = held()) {
      engine.decide(READ);
      assertThat(engine.decide(READ.inline(Entity.of("Doc", "2"))).verdict().reason())
          .isEqualTo(ReasonCode.INVALID_REQUEST);
      assertThat(engine.cacheStatistics().hits()).isZero();
    }
  }

  @Test
  void reload_ofAnotherSet_answersByIt() {
    try (PolicyEngine engine = held()) {
      assertThat(engine.decide(READ).permitted()).isTrue();
      engine.reload(set().forbid("f", "read", Expr.yes()).build());
      assertThat(engine.decide(READ).verdict().rules()).containsExactly("f");
      assertThat(engine.cacheStatistics().misses()).isEqualTo(2);
    }
  }

  @Test
  void authorize_whereALimitCounts_countsEachTime() {
    Limit limit =
        new Limit(
            "two",
            "",
            false,
            List.of(
                new Limit.LimitCase(
                    set().slots("read"),
                    Expr.yes(),
                    new Expr.Const(dev.writ.core.model.BoolValue.FALSE),
                    new Expr.Const(new IntValue(1)),
                    new Limit.Key.EntityKey(principal()))),
            2,
            new Limit.Window.Rolling(3_600_000),
            List.of());
    try (PolicyEngine engine = builder(set().limit(limit).build()).entities(ENTITIES).build()) {
      assertThat(engine.authorize(READ).permitted()).isTrue();
      assertThat(engine.authorize(READ).permitted()).isTrue();
      assertThat(engine.authorize(READ).verdict().reason()).isEqualTo(ReasonCode.LIMIT_REACHED);
      assertThat(engine.decide(READ).verdict().reason()).isEqualTo(ReasonCode.LIMIT_REACHED);
      CacheStatistics.SliceStatistics slice = engine.cacheStatistics().slices().get(0);
      assertThat(slice.why()).isEqualTo("a limit counts there");
      assertThat(slice.hits() + slice.misses()).isZero();
      assertThat(engine.describePlan().toString()).contains("not asked: a limit counts there");
    }
  }

  @Test
  void decide_ofARememberedPermitWithAHandler_isAdvisory() {
    PolicySet policies = set().obligation("log").permit("q", "read", Expr.yes(), "log").build();
    List<String> done = new ArrayList<>();
    try (PolicyEngine engine =
        builder(policies)
            .entitySource(new Directory())
            .obligationHandler("log", (obligation, request, decision) -> done.add(decision.id()))
            .build()) {
      engine.decide(READ);
      Decision asked = engine.decide(READ);
      assertThat(asked.permitted()).isFalse();
      assertThat(asked.wouldPermit()).isTrue();
      Decision acted = engine.authorize(READ);
      assertThat(acted.permitted()).isTrue();
      assertThat(done).containsExactly(acted.id());
      assertThat(engine.cacheStatistics().hits()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {60_000, 300_000})
  void cache_ofMoreThanItHolds_staysWithinItsWeight(long most) {
    try (PolicyEngine engine = builder(POLICIES).cacheBytes(most).entities(ENTITIES).build()) {
      for (int i = 0; i < 2_000; i++) {
        assertThat(engine.decide(READ.arg("count", i)).permitted()).isEqualTo(i < 10);
      }
      CacheStatistics counted = engine.cacheStatistics();
      assertThat(counted.evictions()).isPositive();
      assertThat(counted.entries()).isPositive();
      assertThat(counted.bytes()).isPositive().isLessThanOrEqualTo(most);
    }
  }

  @Test
  void verdict_thatIsTooLarge_isNotKept() {
    PolicySet reading =
        set()
            .permit(
                "n",
                "read",
                new Expr.And(
                    List.of(
                        new Expr.Has(SetBuilder.root(Expr.Root.ARGS), "note"),
                        new Expr.Compare(
                            Expr.Comparison.EQ,
                            member(Expr.Root.ARGS, "note"),
                            new Expr.Const(new StringValue("x"))))))
            .build();
    try (PolicyEngine engine = builder(reading).entities(ENTITIES).build()) {
      Request large = READ.arg("note", "y".repeat(60_000));
      engine.decide(large);
      engine.decide(large);
      assertThat(engine.cacheStatistics().unfit()).isEqualTo(2);
      assertThat(engine.cacheStatistics().entries()).isZero();
    }
  }

  @Test
  void source_whoseVersionsLie_isFoundOutAndTheCacheIsOff() {
    Directory directory =
        new Directory() {
          @Override
          public Object version(Set<EntityId> ids) {
            return "always";
          }
        };
    long[] nanos = {0};
    GaugeTerms measuring = new GaugeTerms(0, 4, 0, 0);
    try (PolicyEngine engine =
        builder(POLICIES)
            .entitySource(directory)
            .gauges(() -> new Gauge(measuring, () -> nanos[0] += 1_000))
            .build()) {
      for (int i = 0; i < 5; i++) {
        assertThat(engine.decide(READ).permitted()).isTrue();
      }
      directory.put(Entity.of(ANN));
      for (int i = 0; i < 20; i++) {
        engine.decide(READ);
      }
      assertThat(engine.cacheStatistics().failed()).isTrue();
      assertThat(engine.decide(READ).verdict().reason()).isEqualTo(ReasonCode.NO_PERMIT);
    }
  }

  @Test
  void engine_withoutACache_tellsNothingOfIt() {
    try (PolicyEngine engine = PolicyEngine.builder(POLICIES).build()) {
      engine.decide(READ);
      assertThat(engine.cacheStatistics()).isEqualTo(CacheStatistics.NONE);
    }
  }

  @Test
  void cache_ofLessThanNothing_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolicyEngine.builder(POLICIES).cacheBytes(-1))
        .withMessage("a cache cannot be of -1 bytes");
  }
}
