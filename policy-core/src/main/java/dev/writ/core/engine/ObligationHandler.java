package dev.writ.core.engine;

import dev.writ.core.decision.Decision;
import dev.writ.core.decision.Obligation;
import dev.writ.core.model.Request;

/**
 * Carries out one kind of obligation within {@code authorize}, on the thread that asked and outside
 * any lock. It is called by several threads at once.
 */
@FunctionalInterface
public interface ObligationHandler {

  /**
   * Carries out an obligation.
   *
   * @param obligation what is to be done
   * @param request what was asked
   * @param decision the decision that asks for it
   * @throws Exception if it could not be done; a permit then becomes a denial
   */
  void handle(Obligation obligation, Request request, Decision decision) throws Exception;
}
