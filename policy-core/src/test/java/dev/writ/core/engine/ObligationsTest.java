package dev.writ.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.decision.Decision;
import dev.writ.core.decision.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObligationsTest {

  private final List<String> done = new ArrayList<>();

  private final ObligationHandler works =
      (obligation, request, decision) -> done.add(obligation.name());

  private final ObligationHandler fails =
      (obligation, request, decision) -> {
        done.add(obligation.name() + "?");
        throw new java.io.IOException("unreachable");
      };

  private static EngineBuilder permitting(Finding.Effects effects) {
    return Fakes.engine(Fakes.always(ReasonCode.PERMITTED, effects, "log", "mask"));
  }

  @Test
  void authorize_handlers_carryOutTheirKindsInOrder() {
    try (PolicyEngine engine =
        permitting(Fakes.STEP)
            .obligationHandler("mask", works)
            .obligationHandler("log", works)
            .build()) {
      Decision decision = engine.authorize(Fakes.READ);

      assertThat(decision.permitted()).isTrue();
      assertThat(done).containsExactly("log", "mask");
    }
  }

  @Test
  void authorize_handlerFails_isUnavailableAndStaysUsed() {
    try (PolicyEngine engine =
        permitting(Fakes.STEP)
            .obligationHandler("log", fails)
            .obligationHandler("mask", works)
            .build()) {
      Decision decision = engine.authorize(Fakes.READ);

      assertThat(decision.wouldPermit()).isFalse();
      assertThat(decision.verdict().reason()).isEqualTo(ReasonCode.UNAVAILABLE);
      assertThat(decision.verdict().errors()).extracting("rule").containsExactly("log");
      assertThat(decision.operatorMessage()).doesNotContain("unreachable");
      assertThat(done).as("nothing after it is begun").containsExactly("log?");
      assertThat(engine.authority().position()).as("what it used stays used").isEqualTo(1);
      assertThat(engine.statistics().handlerFailures()).isEqualTo(1);
    }
  }

  @Test
  void authorize_handlerSeesThePermit_onlyAfterItIsWritten() {
    long[] position = {-1};
    PolicyEngine[] self = new PolicyEngine[1];
    try (PolicyEngine engine =
        permitting(Fakes.STEP)
            .obligationHandler(
                "log",
                (obligation, request, decision) -> position[0] = self[0].authority().position())
            .build()) {
      self[0] = engine;
      engine.authorize(Fakes.READ);

      assertThat(position[0]).isEqualTo(1);
    }
  }

  @Test
  void authorize_denial_runsHandlersAndStaysAsItIsWhenTheyFail() {
    try (PolicyEngine engine =
        Fakes.engine(Fakes.always(ReasonCode.FORBIDDEN, Finding.Effects.NONE, "log", "mask"))
            .obligationHandler("log", fails)
            .obligationHandler("mask", works)
            .build()) {
      assertThat(engine.authorize(Fakes.READ).verdict().reason()).isEqualTo(ReasonCode.FORBIDDEN);
      assertThat(done).containsExactly("log?", "mask");
    }
  }

  @Test
  void decide_obligationOfAHandler_makesThePermitAdvisory() {
    try (PolicyEngine engine =
        permitting(Finding.Effects.NONE).obligationHandler("log", works).build()) {
      Decision decision = engine.decide(Fakes.READ);

      assertThat(decision.wouldPermit()).isTrue();
      assertThat(decision.permitted()).isFalse();
      assertThat(done).isEmpty();
    }
  }

  @Test
  void obligationsOfCaller_kindsOfHandlers_areNotAmongThem() {
    try (PolicyEngine engine =
        permitting(Finding.Effects.NONE).obligationHandler("log", works).build()) {
      assertThat(engine.obligationsOfCaller(engine.authorize(Fakes.READ)))
          .extracting("name")
          .containsExactly("mask");
    }
  }

  @Test
  void decide_obligationOfTheCaller_mayBeActedOn() {
    try (PolicyEngine engine = permitting(Finding.Effects.NONE).build()) {
      Decision decision = engine.decide(Fakes.READ);

      assertThat(decision.permitted()).isTrue();
      assertThat(decision.verdict().obligations())
          .extracting("name")
          .containsExactly("log", "mask");
    }
  }

  @Test
  void authorize_handlerIsInterrupted_keepsTheInterrupt() {
    try (PolicyEngine engine =
        permitting(Finding.Effects.NONE)
            .obligationHandler(
                "log",
                (obligation, request, decision) -> {
                  throw new InterruptedException();
                })
            .build()) {
      Decision decision = engine.authorize(Fakes.READ);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(decision.permitted()).isFalse();
    }
  }
}
