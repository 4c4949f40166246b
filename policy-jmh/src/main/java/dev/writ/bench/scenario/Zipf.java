package dev.writ.bench.scenario;

import java.util.Arrays;

/**
 * Zipf's law with exponent 1: rank {@code r}, from 0, is drawn in proportion to {@code 1 / (r +
 * 1)}, as requests for users and documents are. Immutable.
 */
final class Zipf {
  private final double[] upTo;

  /** The law over this many ranks, at least one. */
  Zipf(int ranks) {
    upTo = new double[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      sum += 1.0 / (rank + 1);
      upTo[rank] = sum;
    }
    for (int rank = 0; rank < ranks; rank++) {
      upTo[rank] /= sum;
    }
  }

  /** The rank that a uniform draw from [0, 1) means. */
  int rank(double uniform) {
    int at = Arrays.binarySearch(upTo, uniform);
    return Math.min(at < 0 ? -at - 1 : at + 1, upTo.length - 1);
  }
}
