package dev.writ.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.decision.Decision;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import dev.writ.core.reference.GrantOrder;
import org.junit.jupiter.api.Test;

/** The engine with the program of a set: all that it does with the reference, and who decided. */
final class PlannedEngineTest extends ReferenceEngineTest {

  private static final EntityId ANN = EntityId.of("User", "ann");
  private static final EntityId DOC = EntityId.of("Doc", "1");
  private static final Request PURGE = Request.of(ANN, "purge", DOC).session("s");
  private static final Request READ = Request.of(ANN, "read", DOC).session("s");

  private final PlannedEvaluation evaluation = new PlannedEvaluation();

  @Override
  EngineBuilder builder() {
    return super.builder().evaluation(evaluation);
  }

  private PolicyEngine engine() {
    return builder().entities(Entities.of(Entity.of(ANN), Entity.of(DOC))).build();
  }

  @Test
  void find_withoutGrants_isDecidedByTheProgram() {
    try (PolicyEngine engine = engine()) {
      engine.commands().startSession(SessionStart.of("s", ANN)).orThrow();
      Decision denied = engine.decide(PURGE);
      assertThat(denied.verdict().reason()).isEqualTo(ReasonCode.NO_PERMIT);
      assertThat(denied.remedies()).isNotEmpty();
      assertThat(engine.decide(Request.of(ANN, "nothing", DOC)).verdict().reason())
          .isEqualTo(ReasonCode.INVALID_REQUEST);
      assertThat(evaluation.statistics()).isEqualTo(new PlanStatistics(1, 0, 1));
    }
  }

  @Test
  void find_heldGrant_isDecidedByTheProgram() {
    try (PolicyEngine engine = engine()) {
      engine.commands().startSession(SessionStart.of("s", ANN)).orThrow();
      engine.commands().ask(PURGE, GrantOrder.of("once", ANN, ANN)).orThrow();
      assertThat(engine.decide(PURGE).wouldPermit()).isTrue();
      assertThat(engine.planStatistics()).isEqualTo(new PlanStatistics(1, 0, 0));
    }
  }

  @Test
  void find_permitThatLabels_isAdvisoryUntilAuthorised() {
    try (PolicyEngine engine = engine()) {
      engine.commands().startSession(SessionStart.of("s", ANN)).orThrow();
      Decision asked = engine.decide(READ);
      assertThat(asked.wouldPermit()).isTrue();
      assertThat(asked.permitted()).isFalse();
      assertThat(engine.authorize(READ).permitted()).isTrue();
      assertThat(engine.decide(PURGE).verdict().reason()).isEqualTo(ReasonCode.FORBIDDEN);
      assertThat(engine.decide(READ).permitted()).isTrue();
    }
  }
}
