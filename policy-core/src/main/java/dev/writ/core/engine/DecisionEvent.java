package dev.writ.core.engine;

import dev.writ.core.decision.Decision;
import dev.writ.core.model.Request;
import java.util.Objects;

/**
 * A decision that was made.
 *
 * @param request what was asked
 * @param decision the answer
 * @param authorized whether it was asked in order to act: what a permit uses is spent
 */
public record DecisionEvent(Request request, Decision decision, boolean authorized) {
  public DecisionEvent {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(decision, "decision");
  }
}
