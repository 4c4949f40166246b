package dev.writ.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.decision.Decision;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.decision.Verdict;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class EngineThreadsTest {

  private static final int THREADS = 8;

  @RepeatedTest(20)
  void authorize_singleUseFromManyThreads_isPermittedOnce() throws Exception {
    Evaluation once =
        (loaded, request, circumstances) ->
            Fakes.finding(
                loaded,
                circumstances.authority().position() == 0
                    ? ReasonCode.PERMITTED
                    : ReasonCode.NO_PERMIT,
                Fakes.STEP);
    try (PolicyEngine engine = Fakes.engine(once).build()) {
      List<Decision> decisions = together(() -> engine.authorize(Fakes.READ));

      assertThat(decisions).hasSize(THREADS).filteredOn(Decision::permitted).hasSize(1);
      assertThat(engine.authority().position()).isEqualTo(1);
    }
  }

  /**
   * The set and the entities of one reload carry the same mark; a decision that sees two marks has
   * mixed two of them.
   */
  @Test
  void reload_whileDeciding_isNeverSeenByHalves() throws Exception {
    Evaluation comparing =
        (loaded, request, circumstances) -> {
          String set = loaded.policies().rules().get(0).id();
          boolean same = circumstances.entities().ids().toString().contains("\"" + set + "\"");
          Verdict verdict =
              Fakes.verdict(loaded, same ? ReasonCode.PERMITTED : ReasonCode.NO_PERMIT);
          return new Finding(verdict, Finding.Effects.NONE, dev.writ.core.decision.Outlook.NONE);
        };
    PolicySet[] sets = {marked("a"), marked("b")};
    Entities[] entities = {
      Entities.of(Entity.of("User", "a")), Entities.of(Entity.of("User", "b"))
    };
    try (PolicyEngine engine =
        PolicyEngine.builder(sets[0]).entities(entities[0]).evaluation(comparing).build()) {
      CountDownLatch stop = new CountDownLatch(1);
      ExecutorService reloader = Executors.newSingleThreadExecutor();
      Future<Integer> reloads =
          reloader.submit(
              () -> {
                int count = 0;
                while (stop.getCount() > 0) {
                  count++;
                  engine.reload(sets[count % 2], entities[count % 2]);
                }
                return count;
              });
      try {
        for (int round = 0; round < 50; round++) {
          assertThat(together(() -> engine.decide(Fakes.READ))).allMatch(Decision::permitted);
        }
      } finally {
        stop.countDown();
        reloader.shutdown();
      }
      assertThat(reloads.get()).isPositive();
    }
  }

  private static PolicySet marked(String mark) {
    return new SetBuilder()
        .entity("Team")
        .human("User")
        .entity("Doc")
        .action("read", "User", "Doc")
        .permit(mark, "read", Expr.yes())
        .build();
  }

  /** Does the same on several threads at once. */
  private static <T> List<T> together(Callable<T> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CountDownLatch ready = new CountDownLatch(THREADS);
      List<Future<T>> answers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        answers.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return work.call();
                }));
      }
      List<T> values = new ArrayList<>();
      for (Future<T> answer : answers) {
        values.add(answer.get());
      }
      return values;
    } finally {
      threads.shutdown();
    }
  }
}
