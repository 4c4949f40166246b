package dev.writ.core.engine;

import dev.writ.core.decision.Decision;
import dev.writ.core.model.Request;
import java.util.List;
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

  /** Tells of a decision on a request. */
  void tell(Request request, Decision decision, boolean authorized) {
    tallies.decided(decision);
    if (!listeners.isEmpty()) {
      tellAll(new DecisionEvent(request, null, decision, authorized));
    }
  }

  void tell(DecisionEvent event) {
    tallies.decided(event.decision());
    tellAll(event);
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
