package dev.writ.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairTest {

  @Test
  void of_turns_takesTheMedianOfRatiosOfEachTurn() {
    List<Cost> floors = List.of(cost(10, 0), cost(20, 0), cost(10, 0));
    List<Cost> contenders = List.of(cost(15, 8), cost(32, 8), cost(900, 64));

    assertThat(Pair.of(floors, contenders)).isEqualTo(new Pair(10, 32, 1.6, 0, 8));
  }

  @Test
  void ofForks_three_takesTheMiddleOneAndTheFewestBytes() {
    Pair slow = new Pair(10, 90, 9, 0, 16);
    Pair middle = new Pair(10, 20, 2, 8, 32);
    Pair fast = new Pair(10, 15, 1.5, 0, 24);

    assertThat(Pair.ofForks(List.of(slow, middle, fast))).isEqualTo(new Pair(10, 20, 2, 0, 16));
  }

  @Test
  void ofLine_ofToLine_isTheSame() {
    Pair pair = new Pair(10.25, 20.5, 2, 8, 32);

    assertThat(Pair.ofLine(pair.toLine())).isEqualTo(pair);
  }

  @Test
  void median_ofEvenlyMany_isHalfWay() {
    assertThat(Pair.median(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(2.5);
  }

  private static Cost cost(long nanosEach, long bytesEach) {
    return new Cost(100 * nanosEach, 100 * bytesEach, 100);
  }
}
