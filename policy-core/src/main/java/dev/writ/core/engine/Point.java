package dev.writ.core.engine;

import dev.writ.core.authzen.DecisionPoint;
import dev.writ.core.decision.BatchSemantic;
import dev.writ.core.decision.Decision;
import dev.writ.core.decision.Obligation;
import dev.writ.core.model.Request;
import dev.writ.core.model.Schema;
import java.util.List;
import java.util.function.BiFunction;

/** An engine as a decision point for AuthZEN. */
record Point(PolicyEngine engine, BiFunction<List<Request>, BatchSemantic, List<Decision>> decider)
    implements DecisionPoint {

  @Override
  public Schema schema() {
    return engine.policies().schema();
  }

  @Override
  public List<Decision> decide(List<Request> requests, BatchSemantic semantic) {
    return decider.apply(requests, semantic);
  }

  @Override
  public List<Obligation> obligationsOfCaller(Decision decision) {
    return engine.obligationsOfCaller(decision);
  }
}
