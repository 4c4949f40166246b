package dev.writ.bench.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * What a decision costs the floor and a contender.
 *
 * @param floorNanos the floor's time, nanoseconds
 * @param nanos the contender's time, nanoseconds
 * @param ratio how often the floor's time the contender takes
 * @param floorBytes what the floor allocates
 * @param bytes what the contender allocates, whole bytes
 */
public record Pair(double floorNanos, double nanos, double ratio, long floorBytes, long bytes) {

  /** The medians over turns; the ratio is the median of each turn's own. */
  static Pair of(List<Cost> floors, List<Cost> contenders) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < floors.size(); i++) {
      ratios.add(contenders.get(i).nanosEach() / floors.get(i).nanosEach());
    }
    return new Pair(
        median(floors.stream().map(Cost::nanosEach).toList()),
        median(contenders.stream().map(Cost::nanosEach).toList()),
        median(ratios),
        Math.round(median(floors.stream().map(Cost::bytesEach).toList())),
        Math.round(median(contenders.stream().map(Cost::bytesEach).toList())));
  }

  /**
   * What several processes found: times and ratio of the one in the middle by ratio, the fewest
   * bytes, since what is not yet compiled allocates more.
   *
   * @param pairs at least one
   */
  public static Pair ofForks(List<Pair> pairs) {
    List<Pair> sorted = new ArrayList<>(pairs);
    sorted.sort(Comparator.comparingDouble(Pair::ratio));
    Pair middle = sorted.get(sorted.size() / 2);
    return new Pair(
        middle.floorNanos,
        middle.nanos,
        middle.ratio,
        pairs.stream().mapToLong(Pair::floorBytes).min().orElseThrow(),
        pairs.stream().mapToLong(Pair::bytes).min().orElseThrow());
  }

  /** The pair in a line of text. */
  String toLine() {
    return floorNanos + " " + nanos + " " + ratio + " " + floorBytes + " " + bytes;
  }

  /** The pair that {@link #toLine} wrote. */
  static Pair ofLine(String line) {
    String[] words = line.split(" ", -1);
    return new Pair(
        Double.parseDouble(words[0]),
        Double.parseDouble(words[1]),
        Double.parseDouble(words[2]),
        Long.parseLong(words[3]),
        Long.parseLong(words[4]));
  }

  /** The one in the middle, or half way between the two there. */
  static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
