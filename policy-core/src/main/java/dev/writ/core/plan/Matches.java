package dev.writ.core.plan;

import java.util.Arrays;

/** Numbers of rules that are true on a view. Mutable, for one run. */
final class Matches {
  private int[] numbers = new int[4];
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size++] = number;
  }

  /** Puts them in order, each once. */
  void settle() {
    Arrays.sort(numbers, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept == 0 || numbers[kept - 1] != numbers[i]) {
        numbers[kept++] = numbers[i];
      }
    }
    size = kept;
  }

  int size() {
    return size;
  }

  int get(int position) {
    return numbers[position];
  }
}
