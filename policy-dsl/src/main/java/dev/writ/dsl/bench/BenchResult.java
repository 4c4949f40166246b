package dev.writ.dsl.bench;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What was measured.
 *
 * @param settings how much was
 * @param clockNanos what a reading of the clock costs
 * @param batch after how many decisions it was read
 * @param times how long a decision took; in batches the mean of each
 * @param decisions how many were made
 * @param nanos how long all of them took
 * @param bytes how many bytes a decision allocates, or empty where nobody tells
 * @param slices the dearest first
 * @param rules what rules cost
 */
public record BenchResult(
    BenchSettings settings,
    double clockNanos,
    int batch,
    Histogram times,
    long decisions,
    long nanos,
    OptionalDouble bytes,
    List<SliceCost> slices,
    RuleCosts rules) {
  public BenchResult {
    slices = List.copyOf(slices);
  }

  /** Decisions a second, of all threads together. */
  public double throughput() {
    return nanos == 0 ? 0 : decisions * 1e9 / nanos;
  }
}
