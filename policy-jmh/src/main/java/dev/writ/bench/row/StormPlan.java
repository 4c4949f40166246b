package dev.writ.bench.row;

import java.time.Duration;
import java.util.List;

/**
 * How long a storm lasts.
 *
 * @param quiet how long is decided before it, to compare with
 * @param marks when after its start the heap is looked at, the last being its end; at least two
 * @param aSecond how many changes a second
 */
record StormPlan(Duration quiet, List<Duration> marks, int aSecond) {
  StormPlan {
    marks = List.copyOf(marks);
    if (marks.size() < 2 || aSecond < 1) {
      throw new IllegalArgumentException("a storm has two marks and some changes");
    }
  }

  /**
   * The plan in the system properties {@code storm.quiet} and {@code storm.marks}, in seconds;
   * without them 10, and 20 and 60. The targets speak of 120 and 600.
   */
  static StormPlan fromProperties() {
    List<Duration> marks =
        List.of(System.getProperty("storm.marks", "20,60").split(",", -1)).stream()
            .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
            .toList();
    return new StormPlan(Duration.ofSeconds(Long.getLong("storm.quiet", 10)), marks, 100);
  }
}
