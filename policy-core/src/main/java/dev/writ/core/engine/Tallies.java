package dev.writ.core.engine;

import dev.writ.core.decision.Decision;
import java.util.concurrent.atomic.LongAdder;

/** What an engine counts. Thread-safe. */
final class Tallies {

  private final LongAdder decisions = new LongAdder();
  private final LongAdder permits = new LongAdder();
  private final LongAdder faults = new LongAdder();
  private final LongAdder handlerFailures = new LongAdder();
  private final LongAdder listenerFailures = new LongAdder();

  void decided(Decision decision) {
    decisions.increment();
    if (decision.wouldPermit()) {
      permits.increment();
    }
  }

  void fault() {
    faults.increment();
  }

  void handlerFailed() {
    handlerFailures.increment();
  }

  void listenerFailed() {
    listenerFailures.increment();
  }

  EngineStatistics read() {
    return new EngineStatistics(
        decisions.sum(),
        permits.sum(),
        faults.sum(),
        handlerFailures.sum(),
        listenerFailures.sum());
  }
}
