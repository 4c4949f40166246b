package dev.writ.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CombinationsTest {
  private final Combinations combinations = new Combinations();

  @Test
  void with_sameAgain_isTheSameNumber() {
    int both = combinations.with(3, 7);

    assertThat(combinations.with(3, 7)).isEqualTo(both);
    assertThat(combinations.rules(both)).containsExactly(3, 7);
  }

  @Test
  void with_ruleThatIsPartOfIt_changesNothing() {
    int both = combinations.with(3, 7);

    assertThat(combinations.with(3, 3)).isEqualTo(3);
    assertThat(combinations.with(both, 3)).isEqualTo(both);
    assertThat(combinations.with(both, 7)).isEqualTo(both);
    assertThat(combinations.rules(both)).containsExactly(3, 7);
  }

  @Test
  void with_whatIsLost_staysLost() {
    assertThat(combinations.with(Combinations.LOST, 1)).isEqualTo(Combinations.LOST);
    assertThat(combinations.with(-99, 1)).isEqualTo(Combinations.LOST);
    assertThat(combinations.rules(Combinations.LOST)).isNull();
  }

  @Test
  void with_veryMany_neverUsesANumberForAnother() {
    Map<Integer, Set<Integer>> meaning = new HashMap<>();
    Random random = new Random(1);
    for (int i = 0; i < 60_000; i++) {
      int number = random.nextInt(300);
      Set<Integer> rules = new TreeSet<>(Set.of(number));
      for (int n = random.nextInt(4); n >= 0 && number != Combinations.LOST; n--) {
        int rule = random.nextInt(300);
        rules.add(rule);
        number = combinations.with(number, rule);
      }
      if (number != Combinations.LOST) {
        assertThat(meaning.computeIfAbsent(number, k -> rules)).isEqualTo(rules);
      }
    }
    assertThat(new HashSet<>(meaning.values())).hasSizeGreaterThan(20_000);
    assertThat(meaning.keySet()).noneMatch(number -> number == SliceIndex.NONE);
  }

  @Test
  void with_severalThreads_agreeOnNumbers() {
    Map<Integer, List<Integer>> meaning = new ConcurrentHashMap<>();
    boolean agreed =
        IntStream.range(0, 200_000)
            .parallel()
            .allMatch(
                i -> {
                  int a = i % 90;
                  int b = 100 + i / 90 % 90;
                  int number = combinations.with(a, b);
                  return number == Combinations.LOST
                      || meaning.computeIfAbsent(number, k -> List.of(a, b)).equals(List.of(a, b));
                });

    assertThat(agreed).isTrue();
    assertThat(meaning).hasSizeGreaterThan(8_000);
  }
}
