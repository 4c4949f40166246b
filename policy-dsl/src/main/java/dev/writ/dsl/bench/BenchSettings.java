package dev.writ.dsl.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param warmUp how long is asked before anything counts
 * @param measured how long is measured, where no rounds are given; slices and rules take as long
 *     again
 * @param rounds how often all questions are asked, by each thread; 0 where the time says it
 * @param threads how many ask at once
 */
public record BenchSettings(Duration warmUp, Duration measured, long rounds, int threads) {
  public BenchSettings {
    if (warmUp.isNegative() || measured.isNegative() || measured.isZero()) {
      throw new IllegalArgumentException("no time to measure in");
    }
    if (rounds < 0 || threads < 1) {
      throw new IllegalArgumentException("rounds " + rounds + ", threads " + threads);
    }
  }
}
