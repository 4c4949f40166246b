package dev.writ.core.engine;

import dev.writ.core.decision.Decision;
import dev.writ.core.model.Request;
import dev.writ.core.model.ToolCall;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decision that was made.
 *
 * @param request what was asked, or null where it was a call of a tool that is no request
 * @param toolCall the call of a tool that was asked about, or null where a request was
 * @param decision the answer
 * @param authorized whether it was asked in order to act: what a permit uses is spent
 */
public record DecisionEvent(
    @Nullable Request request, @Nullable ToolCall toolCall, Decision decision, boolean authorized) {
  public DecisionEvent {
    if (request == null && toolCall == null) {
      throw new IllegalArgumentException("a decision is on a request or on a call of a tool");
    }
    Objects.requireNonNull(decision, "decision");
  }
}
