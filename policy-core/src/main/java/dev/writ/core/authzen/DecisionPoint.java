package dev.writ.core.authzen;

import dev.writ.core.decision.BatchSemantic;
import dev.writ.core.decision.Decision;
import dev.writ.core.decision.Obligation;
import dev.writ.core.model.Request;
import dev.writ.core.model.Schema;
import java.util.List;

/** Who decides. An implementation is thread-safe and throws for nothing that a request holds. */
public interface DecisionPoint {

  /** What is declared at this moment. */
  Schema schema();

  /**
   * Decides requests in order, as far as the semantic goes: the answer has as many decisions as
   * were made, in the order of the requests.
   */
  List<Decision> decide(List<Request> requests, BatchSemantic semantic);

  /** The obligations of a decision that are left to the caller; others are carried out here. */
  List<Obligation> obligationsOfCaller(Decision decision);
}
