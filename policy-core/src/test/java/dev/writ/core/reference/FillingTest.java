package dev.writ.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.reference.Filling.VoteFit;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Quorums as one line: clauses {@code 2} (two votes) or {@code 1x3} (one vote for each of three
 * elements); votes as the elements they fit, clause by clause: {@code 0/-} fits the first clause
 * alone.
 */
class FillingTest {

  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "all, 2,     0 0,             true,  enough votes",
    "all, 2,     0,               false, one vote short",
    "all, 2,     0 - -,           false, votes that fit nothing",
    "all, 1 1,   0/0,             false, one person cannot fill two clauses",
    "all, 1 1,   0/0 0/-,         true,  the versatile vote moves aside",
    "all, 2 1,   0/0 0/0 0/-,     true,  matched where first come would fail",
    "all, 2 1,   0/0 0/- 0/-,     true,  the only fit for the second clause is kept for it",
    "all, 2 1,   0/- 0/- 0/-,     false, the second clause has nobody",
    "any, 2 1,   0/- 0/-,         true,  the first clause alone",
    "any, 2 1,   0/0,             true,  the second clause alone",
    "any, 2 2,   0/- -/0,         false, halves of two clauses are no clause",
    "all, 1x2,   01,              true,  one vote covers every element it fits",
    "all, 1x2,   0,               false, an element is left",
    "all, 1x2,   0 1,             true,  one vote for each element",
    "all, 1x0,   0,               false, the empty set cannot be filled",
    "any, 1x0 1, 0/0,             true,  any of leaves the empty set aside",
    "any, 1x2,   0 0,             false, any of still wants every element",
    "all, 2x2,   01 01,           true,  two votes cover both elements twice",
    "all, 2x2,   01 0 1,          true,  elements mix their votes",
    "all, 2x2,   01 0,            false, the second element has one of two",
    "all, 1 1x2, 0/01 -/0 -/1,    true,  the vote that covers all is needed elsewhere",
    "all, 1 1x2, 0/01 -/0,        false, not in both places",
    "all, 1x1 1x1, 0/0,           false, one vote for two for each clauses",
    "all, 1x1 1x1, 0/0 0/-,       true,  a vote for each of the two",
  })
  void fills_quorum_asExpected(
      String mode, String clauses, String votes, boolean expected, String why) {
    assertThat(Filling.fills(mode.equals("all"), clauses(clauses), votes(votes)))
        .as(why)
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void fills_noClauses_false(boolean all) {
    assertThat(Filling.fills(all, List.of(), votes("-"))).isFalse();
  }

  private static List<ClauseNeed> clauses(String text) {
    return Arrays.stream(text.split(" ", -1)).map(FillingTest::clause).toList();
  }

  private static ClauseNeed clause(String text) {
    String[] parts = text.split("x", -1);
    int count = Integer.parseInt(parts[0]);
    return parts.length == 1
        ? ClauseNeed.of(count)
        : ClauseNeed.forEach(count, Integer.parseInt(parts[1]));
  }

  private static List<VoteFit> votes(String text) {
    return Arrays.stream(text.split(" ", -1)).map(FillingTest::vote).toList();
  }

  private static VoteFit vote(String text) {
    return new VoteFit(Arrays.stream(text.split("/", -1)).map(FillingTest::elements).toList());
  }

  private static BitSet elements(String text) {
    BitSet set = new BitSet();
    text.chars().filter(Character::isDigit).forEach(c -> set.set(c - '0'));
    return set;
  }
}
