package dev.writ.core.engine;

import dev.writ.core.decision.Decision;
import dev.writ.core.model.Request;
import dev.writ.core.model.ToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners of an engine. Nothing that one throws reaches the others or the caller. */
final class Audience {

  private static final Logger LOG = LoggerFactory.getLogger(Audience.class);

  private final List<DecisionListener> listeners;
  private final Tallies tallies;

  Audience(List<DecisionListener> listeners, Tallies tallies) {
    this.listeners = List.copyOf(listeners);
    this.tallies = tallies;
  }

  /**
   * Counts a decision and tells of it.
   *
   * @param request what was asked, or null where it was a call of a tool that is no request
   * @param call the call of a tool that was asked about, or null
   */
  void tell(
      @Nullable Request request, @Nullable ToolCall call, Decision decision, boolean authorized) {
    tallies.decided(decision);
    if (!listeners.isEmpty()) {
      tellAll(new DecisionEvent(request, call, decision, authorized));
    }
  }

  private void tellAll(DecisionEvent event) {
    for (DecisionListener listener : listeners) {
      try {
        listener.onDecision(event);
      } catch (RuntimeException | Error e) {
        tallies.listenerFailed();
        LOG.warn("a listener failed on decision {}", event.decision().id(), e);
      }
    }
  }
}
