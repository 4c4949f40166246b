package dev.writ.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.core.decision.Decision;
import dev.writ.core.decision.Outlook;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.decision.Remedy;
import dev.writ.core.ir.Bundle;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.Entities;
import dev.writ.core.model.EntityChanges;
import dev.writ.core.model.Request;
import dev.writ.core.reference.Circumstances.Health;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Whatever evaluator, clock, handler, listener or outlook throw, the answer is a decision. */
class HostileSurroundingsTest {

  private static final Evaluation PERMIT = Fakes.always(ReasonCode.PERMITTED, Finding.Effects.NONE);

  private static RuntimeException fault() {
    return new IllegalStateException("planted");
  }

  private static int deep(int depth) {
    return depth < 0 ? 0 : 1 + deep(depth + 1);
  }

  @Test
  void decide_evaluationThrows_isAnEvaluationError() {
    Evaluation broken =
        (loaded, request, circumstances) -> {
          throw fault();
        };
    try (PolicyEngine engine = Fakes.engine(broken).build()) {
      for (Decision decision : List.of(engine.decide(Fakes.READ), engine.authorize(Fakes.READ))) {
        assertThat(decision.wouldPermit()).isFalse();
        assertThat(decision.verdict().reason()).isEqualTo(ReasonCode.EVALUATION_ERROR);
        assertThat(decision.verdict().errors())
            .extracting("detail")
            .containsExactly("java.lang.IllegalStateException");
        assertThat(decision.agentMessage()).isEqualTo("denied");
        assertThat(decision.operatorMessage()).doesNotContain("planted");
      }
      assertThat(engine.statistics().faults()).isEqualTo(2);
    }
  }

  @Test
  void decide_evaluationOverflowsTheStack_isAnEvaluationError() {
    Evaluation endless =
        (loaded, request, circumstances) -> {
          throw new IllegalStateException("depth " + deep(0));
        };
    try (PolicyEngine engine = Fakes.engine(endless).build()) {
      assertThat(engine.decide(Fakes.READ).verdict().errors())
          .extracting("detail")
          .containsExactly("java.lang.StackOverflowError");
    }
  }

  @Test
  void decide_clockThrows_isJudgedAsUnavailable() {
    List<Health> seen = new ArrayList<>();
    Evaluation watching =
        (loaded, request, circumstances) -> {
          seen.add(circumstances.health());
          return Fakes.finding(loaded, ReasonCode.UNAVAILABLE, Finding.Effects.NONE);
        };
    try (PolicyEngine engine =
        Fakes.engine(watching)
            .clock(
                () -> {
                  throw fault();
                })
            .build()) {
      engine.decide(Fakes.READ);
      engine.authorize(Fakes.READ);

      assertThat(seen).containsExactly(Health.UNAVAILABLE, Health.UNAVAILABLE);
    }
  }

  @Test
  void decide_effectsCannotBeTold_isAdvisory() {
    var effects = Fakes.throwing(true, HostileSurroundingsTest::fault);
    try (PolicyEngine engine = Fakes.engine(Fakes.always(ReasonCode.PERMITTED, effects)).build()) {
      assertThat(engine.decide(Fakes.READ).permitted()).isFalse();
      assertThat(engine.authorize(Fakes.READ).verdict().reason()).isEqualTo(ReasonCode.UNAVAILABLE);
    }
  }

  @Test
  void authorize_effectsCannotBeWritten_isUnavailableAndChangesNothing() {
    var effects = Fakes.throwing(false, HostileSurroundingsTest::fault);
    try (PolicyEngine engine = Fakes.engine(Fakes.always(ReasonCode.PERMITTED, effects)).build()) {
      Decision decision = engine.authorize(Fakes.READ);

      assertThat(decision.wouldPermit()).isFalse();
      assertThat(decision.verdict().reason()).isEqualTo(ReasonCode.UNAVAILABLE);
      assertThat(engine.authority().position()).isZero();
    }
  }

  @Test
  void authorize_afterAFault_goesOn() {
    boolean[] broken = {true};
    Evaluation once =
        (loaded, request, circumstances) -> {
          if (broken[0]) {
            broken[0] = false;
            throw fault();
          }
          return Fakes.finding(loaded, ReasonCode.PERMITTED, Fakes.STEP);
        };
    try (PolicyEngine engine = Fakes.engine(once).build()) {
      assertThat(engine.authorize(Fakes.READ).permitted()).isFalse();
      assertThat(engine.authorize(Fakes.READ).permitted()).isTrue();
    }
  }

  @Test
  void decide_listenerThrows_changesNothingAndIsCounted() {
    List<String> told = new ArrayList<>();
    try (PolicyEngine engine =
        Fakes.engine(PERMIT)
            .listener(
                event -> {
                  throw fault();
                })
            .listener(event -> told.add(event.decision().id() + event.authorized()))
            .build()) {
      Decision asked = engine.decide(Fakes.READ);
      Decision authorized = engine.authorize(Fakes.READ);

      assertThat(asked.permitted()).isTrue();
      assertThat(authorized.permitted()).isTrue();
      assertThat(told).containsExactly(asked.id() + "false", authorized.id() + "true");
      assertThat(engine.statistics()).isEqualTo(new EngineStatistics(2, 2, 0, 0, 2));
    }
  }

  @Test
  void authorize_listenerThrowsAnError_stillAnswersWhatWasSpent() {
    try (PolicyEngine engine =
        Fakes.engine(PERMIT)
            .listener(
                event -> {
                  throw new NoClassDefFoundError("planted");
                })
            .build()) {
      assertThat(engine.authorize(Fakes.READ).permitted()).isTrue();
    }
  }

  @Test
  void decision_outlookThrows_holdsNoLongerThanNow() {
    Evaluation broken =
        (loaded, request, circumstances) ->
            new Finding(
                Fakes.verdict(loaded, ReasonCode.NO_PERMIT),
                Finding.Effects.NONE,
                new BrokenOutlook());
    try (PolicyEngine engine = Fakes.engine(broken).build()) {
      Decision decision = engine.decide(Fakes.READ);

      assertThat(decision.validUntil()).hasValue(1_000);
      assertThat(decision.retryAt()).isEmpty();
      assertThat(decision.remedies()).isEmpty();
      assertThat(decision.because()).isEmpty();
      assertThat(decision.toString()).isEqualTo("denied");
    }
  }

  private static final class BrokenOutlook implements Outlook {
    @Override
    public OptionalLong validUntil() {
      throw fault();
    }

    @Override
    public List<Remedy> remedies() {
      throw fault();
    }

    @Override
    public OptionalLong retryAt() {
      throw fault();
    }

    @Override
    public List<String> because() {
      throw fault();
    }
  }

  @Test
  void everyMethod_nullArgument_throws() {
    try (PolicyEngine engine = Fakes.engine(PERMIT).build()) {
      assertThat(nulls(engine))
          .isNotEmpty()
          .allSatisfy(call -> assertThatThrownBy(call).isInstanceOf(NullPointerException.class));
    }
  }

  @SuppressWarnings({"NullAway", "DataFlowIssue"})
  private static List<ThrowingCallable> nulls(PolicyEngine engine) {
    return List.of(
        () -> engine.decide((Request) null),
        () -> engine.authorize((Request) null),
        () -> engine.authorizeAsync(null, Runnable::run),
        () -> engine.authorizeAsync(Fakes.READ, null),
        () -> engine.decideAll(List.of(), null),
        () -> engine.authorizeAll(null, dev.writ.core.decision.BatchSemantic.EXECUTE_ALL),
        () -> engine.filter(null, "read", List.of()),
        () -> engine.couldEverPermit(null, "read"),
        () -> engine.couldEverPermit(Fakes.READ.principal(), null),
        () -> engine.reload((PolicySet) null),
        () -> engine.reload((Bundle) null),
        () -> engine.updateEntities((Entities) null),
        () -> engine.updateEntities((EntityChanges) null));
  }
}
