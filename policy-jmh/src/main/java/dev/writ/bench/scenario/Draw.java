package dev.writ.bench.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded chance: the same seed gives the same data on every machine. Not thread-safe. */
final class Draw {
  private final Random random;

  Draw(long seed) {
    random = new Random(seed);
  }

  /** A number from 0 to {@code bound - 1}, each as likely. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** A number from 0 up to, not including, 1. */
  double fraction() {
    return random.nextDouble();
  }

  /** True with this probability. */
  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** One of these, each as likely. */
  @SafeVarargs
  final <T> T of(T... values) {
    return values[below(values.length)];
  }

  /** One of these, each as likely. */
  <T> T of(List<T> values) {
    return values.get(below(values.size()));
  }

  /** Several of these, each with this probability, in their order. */
  <T> List<T> some(List<T> values, double probability) {
    List<T> some = new ArrayList<>();
    for (T value : values) {
      if (chance(probability)) {
        some.add(value);
      }
    }
    return some;
  }

  /** One of these, the first far more often than the last ({@link Zipf}). */
  <T> T skewed(List<T> values, Zipf zipf) {
    return values.get(zipf.rank(random.nextDouble()) % values.size());
  }
}
