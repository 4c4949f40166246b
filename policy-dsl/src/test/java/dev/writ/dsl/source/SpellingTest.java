package dev.writ.dsl.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  @ParameterizedTest
  @CsvSource({"restart,restart,0", "restrat,restart,1", "retsart,restart,1", "a,b,1", "'',abc,3"})
  void distance_ofTwoWords_countsEdits(String left, String right, int expected) {
    assertThat(Spelling.distance(left, right)).isEqualTo(expected);
    assertThat(Spelling.distance(right, left)).isEqualTo(expected);
  }

  @Test
  void closest_nearWord_isFound() {
    assertThat(Spelling.closest("restrat", List.of("deploy", "restart"))).contains("restart");
    assertThat(Spelling.didYouMean("Permit", List.of("permit"))).contains("did you mean `permit`?");
  }

  @Test
  void closest_farWord_isNotSuggested() {
    assertThat(Spelling.closest("zzz", List.of("deploy", "restart"))).isEmpty();
    assertThat(Spelling.closest("x".repeat(100_000), List.of("deploy"))).isEmpty();
  }

  @Test
  void closest_severalAsNear_isTheFirstInAlphabet() {
    assertThat(Spelling.closest("bat", List.of("rat", "cat", "hat"))).contains("cat");
  }
}
