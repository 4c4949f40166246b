package dev.writ.core.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Chance, for generators. */
final class Dice {
  private final Random random;

  Dice(Random random) {
    this.random = random;
  }

  /** True in so many cases of a hundred. */
  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  /** From 0 to below the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** One of these, as often as it stands there. */
  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** From the least to the greatest number of them. */
  <T> List<T> some(int least, int most, Supplier<T> maker) {
    int count = least + random.nextInt(most - least + 1);
    List<T> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(maker.get());
    }
    return all;
  }

  /** The same in some order. */
  <T> List<T> shuffled(List<T> all) {
    List<T> copy = new ArrayList<>(all);
    Collections.shuffle(copy, random);
    return copy;
  }
}
