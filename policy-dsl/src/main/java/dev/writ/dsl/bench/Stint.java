package dev.writ.dsl.bench;

import dev.writ.core.engine.PolicyEngine;
import java.util.List;
import java.util.OptionalLong;

/**
 * Asks questions in their order, over and over, on one thread.
 *
 * @param meter the clock
 * @param engine whom it asks
 * @param questions one at least
 * @param batch after how many decisions the clock is read
 */
record Stint(Meter meter, PolicyEngine engine, List<Question> questions, int batch) {

  /**
   * What came of it.
   *
   * @param times how long a decision took; in batches the mean of each
   * @param decisions how many were made
   * @param permits how many of them permit
   * @param start when it started
   * @param end when it ended
   * @param bytes how much was allocated, or empty where nobody tells
   */
  record Taken(
      Histogram times, long decisions, long permits, long start, long end, OptionalLong bytes) {

    /** How long a decision took on average, all around it included. */
    double mean() {
      return decisions == 0 ? 0 : (double) (end - start) / decisions;
    }
  }

  /**
   * Asks.
   *
   * @param first with which question to start
   */
  Taken run(Until until, int first) {
    Question[] all = questions.toArray(Question[]::new);
    Histogram times = new Histogram();
    OptionalLong before = meter.allocatedBytes();
    long decisions = 0;
    long permits = 0;
    int next = first;
    long start = meter.nanos();
    long last = start;
    while (!until.isOver(last - start, decisions)) {
      int length = until.batch(batch, decisions);
      for (int i = 0; i < length; i++) {
        permits += all[next].ask().of(engine).wouldPermit() ? 1 : 0;
        next = next + 1 == all.length ? 0 : next + 1;
      }
      long now = meter.nanos();
      times.record(Math.round((double) (now - last) / length));
      decisions += length;
      last = now;
    }
    return new Taken(times, decisions, permits, start, last, bytes(before));
  }

  private OptionalLong bytes(OptionalLong before) {
    OptionalLong after = meter.allocatedBytes();
    return before.isPresent() && after.isPresent()
        ? OptionalLong.of(after.getAsLong() - before.getAsLong())
        : OptionalLong.empty();
  }
}
