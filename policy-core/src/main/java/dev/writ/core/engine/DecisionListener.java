package dev.writ.core.engine;

/**
 * Told of every decision after it was made, on the thread that asked. It changes nothing: what it
 * throws is logged and counted ({@link EngineStatistics#listenerFailures}). It is called by several
 * threads at once.
 */
@FunctionalInterface
public interface DecisionListener {

  /** A decision was made. */
  void onDecision(DecisionEvent event);
}
