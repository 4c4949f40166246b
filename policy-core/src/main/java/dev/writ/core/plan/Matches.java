package dev.writ.core.plan;

import java.util.Arrays;

/** Numbers of rules that are true on a view, in no order, each once. Mutable, for one run. */
final class Matches {
  private int[] numbers = new int[4];
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size++] = number;
  }

  int size() {
    return size;
  }

  int get(int position) {
    return numbers[position];
  }
}
