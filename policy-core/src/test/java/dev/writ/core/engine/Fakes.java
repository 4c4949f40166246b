package dev.writ.core.engine;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.decision.Obligation;
import dev.writ.core.decision.Outlook;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.decision.Verdict;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import dev.writ.core.model.StringValue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Evaluations, effects and requests that do as they are told. */
final class Fakes {

  static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(1_000));
  static final Request READ =
      Request.of(EntityId.of("User", "ann"), "read", EntityId.of("Doc", "1"));
  static final PolicySet POLICIES = set("log", "mask").build();

  private Fakes() {}

  /** A set whose one permit asks for these obligations. */
  static SetBuilder set(String... obligations) {
    SetBuilder set =
        new SetBuilder().entity("Team").human("User").entity("Doc").action("read", "User", "Doc");
    Arrays.stream(obligations).forEach(set::obligation);
    return set.permit("p", "read", Expr.yes(), obligations);
  }

  /** A finding of this reason. */
  static Finding finding(
      Loaded loaded, ReasonCode reason, Finding.Effects effects, String... obligations) {
    return new Finding(verdict(loaded, reason, obligations), effects, Outlook.NONE);
  }

  static Verdict verdict(Loaded loaded, ReasonCode reason, String... obligations) {
    List<Obligation> asked =
        Arrays.stream(obligations)
            .map(name -> new Obligation(name, List.of(new StringValue("x"))))
            .toList();
    return new Verdict(
        reason, null, null, List.of("p"), List.of(), List.of(), asked, loaded.hash());
  }

  /** An evaluation that always finds this. */
  static Evaluation always(ReasonCode reason, Finding.Effects effects, String... obligations) {
    return (loaded, request, circumstances) -> finding(loaded, reason, effects, obligations);
  }

  /** Effects that move the state by one position. */
  static final Finding.Effects STEP =
      new Finding.Effects() {
        @Override
        public boolean matter() {
          return true;
        }

        @Override
        public boolean changeNothing(AuthoritySnapshot state) {
          return false;
        }

        @Override
        public AuthoritySnapshot applyTo(AuthoritySnapshot state, long nowMillis) {
          return state.toBuilder().at(state.position() + 1, nowMillis).build();
        }
      };

  /** Effects that throw when asked what they change, or when applied. */
  static Finding.Effects throwing(boolean atOnce, Supplier<RuntimeException> thrown) {
    return new Finding.Effects() {
      @Override
      public boolean matter() {
        if (atOnce) {
          throw thrown.get();
        }
        return true;
      }

      @Override
      public boolean changeNothing(AuthoritySnapshot state) {
        if (atOnce) {
          throw thrown.get();
        }
        return false;
      }

      @Override
      public AuthoritySnapshot applyTo(AuthoritySnapshot state, long nowMillis) {
        throw thrown.get();
      }
    };
  }

  /** A builder that permits obligations to be carried out by the caller. */
  static EngineBuilder engine(Evaluation evaluation) {
    return PolicyEngine.builder(POLICIES)
        .clock(CLOCK)
        .callerSupports("log", "mask")
        .evaluation(evaluation);
  }
}
