package dev.writ.dsl.bench;

/** What one reading of a clock costs. */
final class ClockCost {
  private static final int ROUNDS = 200;
  private static final int READINGS = 500;

  private ClockCost() {}

  /** The time from one reading to the next, in nanoseconds: the least mean of many rounds. */
  static double of(Meter meter) {
    double least = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = meter.nanos();
      long end = start;
      for (int i = 0; i < READINGS; i++) {
        end = meter.nanos();
      }
      least = Math.min(least, (double) (end - start) / READINGS);
    }
    return Math.max(0, least);
  }
}
