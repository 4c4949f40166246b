package dev.writ.core.engine;

import static dev.writ.core.engine.SetBuilder.member;
import static dev.writ.core.engine.SetBuilder.required;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.cache.Gauge;
import dev.writ.core.decision.Decision;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityChanges;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import dev.writ.core.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Decisions of several threads, while entities and the set change, are of one snapshot each. */
class VerdictCachingThreadsTest {
  private static final int THREADS = 4;
  private static final int DECISIONS = 20_000;
  private static final EntityId ANN = EntityId.of("User", "ann");

  private static SetBuilder set() {
    return new SetBuilder()
        .entity("Team")
        .human("User")
        .entity("Doc", required("open", Type.Scalar.BOOL))
        .action("read", "User", "Doc")
        .permit("p", "read", member(Expr.Root.RESOURCE, "open"));
  }

  private static final PolicySet PERMITS = set().build();
  private static final PolicySet FORBIDS = set().forbid("f", "read", Expr.yes()).build();

  private static Entity doc(int number, boolean open) {
    return Entity.of("Doc", "d" + number).with("open", open);
  }

  /** Each version is named after what is open in it. */
  private static EntityChanges all(boolean open, int step) {
    return EntityChanges.of(doc(0, open), doc(1, open)).version((open ? "open " : "shut ") + step);
  }

  @Test
  void decide_whileSnapshotsChange_isOfOneOfThem() throws Exception {
    List<Request> requests =
        List.of(
            Request.of(ANN, "read", EntityId.of("Doc", "d0")),
            Request.of(ANN, "read", EntityId.of("Doc", "d1")));
    try (PolicyEngine engine =
        PolicyEngine.builder(PERMITS)
            .entities(Entities.of(Entity.of(ANN), doc(0, true), doc(1, true)))
            .cacheBytes(1 << 20)
            .gauges(Gauge::always)
            .build()) {
      engine.updateEntities(all(true, -1));
      String permitting = engine.policySetHash();
      CountDownLatch stop = new CountDownLatch(1);
      ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
      try {
        Future<Integer> changing = threads.submit(() -> change(engine, stop));
        List<Future<Long>> deciding = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          Request request = requests.get(i % 2);
          deciding.add(threads.submit(() -> wrong(engine, request, permitting)));
        }
        for (Future<Long> each : deciding) {
          assertThat(each.get()).isZero();
        }
        stop.countDown();
        assertThat(changing.get()).isPositive();
      } finally {
        stop.countDown();
        threads.shutdown();
      }
      CacheStatistics counted = engine.cacheStatistics();
      assertThat(counted.hits()).isPositive();
      assertThat(counted.failed()).isFalse();
    }
  }

  private static int change(PolicyEngine engine, CountDownLatch stop) throws Exception {
    int step = 0;
    while (!stop.await(1, TimeUnit.MILLISECONDS)) {
      engine.updateEntities(all(step % 2 == 0, step));
      if (step % 5 == 0) {
        engine.reload(step % 10 == 0 ? FORBIDS : PERMITS);
      }
      step++;
    }
    return step;
  }

  /** How many decisions are not those of the snapshots that they name. */
  private static long wrong(PolicyEngine engine, Request request, String permitting) {
    long wrong = 0;
    for (int i = 0; i < DECISIONS; i++) {
      Decision decision = engine.decide(request);
      boolean expected =
          decision.entityVersion().startsWith("open")
              && decision.verdict().policySet().equals(permitting);
      wrong += decision.permitted() == expected ? 0 : 1;
    }
    return wrong;
  }
}
