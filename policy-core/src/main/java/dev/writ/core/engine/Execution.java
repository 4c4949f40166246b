package dev.writ.core.engine;

import dev.writ.core.decision.Decision;
import dev.writ.core.decision.Obligation;
import dev.writ.core.model.Request;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the handlers of the engine carry out the obligations of a decision, in order. The first that
 * fails turns a permit into a denial, and those after it are not begun.
 */
record Execution(Tallies tallies) {

  private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

  Decision carryOut(
      Map<String, ObligationHandler> handlers,
      Request request,
      Decision decision,
      Sitting sitting) {
    for (Obligation obligation : decision.verdict().obligations()) {
      ObligationHandler handler = handlers.get(obligation.name());
      if (handler == null) {
        continue;
      }
      try {
        handler.handle(obligation, request, decision);
      } catch (Exception | StackOverflowError e) {
        failed(obligation, decision, e);
        if (decision.wouldPermit()) {
          return sitting.unavailable(decision, obligation.name(), e);
        }
      }
    }
    return decision;
  }

  private void failed(Obligation obligation, Decision decision, Throwable e) {
    tallies.handlerFailed();
    LOG.error("obligation {} of decision {} failed", obligation.name(), decision.id(), e);
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
  }
}
