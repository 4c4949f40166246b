package dev.writ.bench.guard;

/**
 * What a decision of a scenario may cost at most.
 *
 * @param scenario the scenario
 * @param ratio how often the floor's time
 * @param bytes how many bytes are allocated
 */
record Budget(String scenario, double ratio, long bytes) {
  Budget {
    if (!(ratio > 0) || bytes < 0) {
      throw new IllegalArgumentException("a budget is positive, got " + ratio + ", " + bytes);
    }
  }
}
