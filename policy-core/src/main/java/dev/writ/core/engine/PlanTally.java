package dev.writ.core.engine;

import dev.writ.core.plan.Answer;
import java.util.concurrent.atomic.LongAdder;

/** Counts what became of requests that were put to a program. Thread-safe. */
final class PlanTally {
  private final LongAdder quick = new LongAdder();
  private final LongAdder careful = new LongAdder();
  private final LongAdder worked = new LongAdder();

  void decided(Answer decided) {
    (decided.wasCareful() ? careful : quick).increment();
  }

  /** The reference was asked for more than the verdict. */
  void worked() {
    worked.increment();
  }

  PlanStatistics read() {
    return new PlanStatistics(quick.sum(), careful.sum(), worked.sum());
  }
}
