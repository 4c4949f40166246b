package dev.writ.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.reference.Filling.VoteFit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** The search against every assignment of votes to clauses, tried one by one. */
class FillingProperties {

  private static final int CLAUSES = 3;
  private static final int ELEMENTS = 3;

  record Trial(List<ClauseNeed> clauses, List<VoteFit> votes) {}

  @Provide
  Arbitrary<Trial> trials() {
    Arbitrary<ClauseNeed> plain = Arbitraries.integers().between(1, 2).map(ClauseNeed::of);
    Arbitrary<ClauseNeed> each =
        Combinators.combine(
                Arbitraries.integers().between(1, 2), Arbitraries.integers().between(0, ELEMENTS))
            .as(ClauseNeed::forEach);
    return Arbitraries.oneOf(List.of(plain, each))
        .list()
        .ofMinSize(1)
        .ofMaxSize(CLAUSES)
        .flatMap(
            clauses -> votes(clauses).list().ofMaxSize(6).map(votes -> new Trial(clauses, votes)));
  }

  private static Arbitrary<VoteFit> votes(List<ClauseNeed> clauses) {
    int bits = clauses.stream().mapToInt(ClauseNeed::elements).sum();
    return Arbitraries.integers()
        .between(0, (1 << bits) - 1)
        .map(mask -> new VoteFit(split(clauses, BitSet.valueOf(new long[] {mask}))));
  }

  private static List<BitSet> split(List<ClauseNeed> clauses, BitSet bits) {
    List<BitSet> parts = new ArrayList<>();
    int from = 0;
    for (ClauseNeed clause : clauses) {
      parts.add(bits.get(from, from + clause.elements()));
      from += clause.elements();
    }
    return parts;
  }

  @Property(tries = 2000)
  void fills_allOf_asEveryAssignmentTried(@ForAll("trials") Trial trial) {
    boolean expected = someAssignmentFills(trial, new ArrayList<>());
    Statistics.collect(expected);
    assertThat(Filling.fills(true, trial.clauses(), trial.votes())).isEqualTo(expected);
  }

  @Property
  void fills_oneVoteMore_neverLess(@ForAll("trials") Trial trial, @ForAll boolean all) {
    for (int dropped = 0; dropped < trial.votes().size(); dropped++) {
      List<VoteFit> fewer = new ArrayList<>(trial.votes());
      fewer.remove(dropped);
      if (Filling.fills(all, trial.clauses(), fewer)) {
        assertThat(Filling.fills(all, trial.clauses(), trial.votes())).isTrue();
      }
    }
  }

  @Property
  void fills_orderOfVotes_isIrrelevant(@ForAll("trials") Trial trial, @ForAll Random random) {
    List<VoteFit> shuffled = new ArrayList<>(trial.votes());
    Collections.shuffle(shuffled, random);
    assertThat(Filling.fills(true, trial.clauses(), shuffled))
        .isEqualTo(Filling.fills(true, trial.clauses(), trial.votes()));
  }

  /** Assigns the votes not yet assigned, each to a clause, and looks at the result. */
  private static boolean someAssignmentFills(Trial trial, List<Integer> clauseOfVote) {
    if (clauseOfVote.size() == trial.votes().size()) {
      return IntStream.range(0, trial.clauses().size())
          .allMatch(clause -> filled(trial, clauseOfVote, clause));
    }
    for (int clause = 0; clause < trial.clauses().size(); clause++) {
      List<Integer> longer = new ArrayList<>(clauseOfVote);
      longer.add(clause);
      if (someAssignmentFills(trial, longer)) {
        return true;
      }
    }
    return false;
  }

  private static boolean filled(Trial trial, List<Integer> clauseOfVote, int clause) {
    ClauseNeed need = trial.clauses().get(clause);
    return need.elements() > 0
        && IntStream.range(0, need.elements())
            .allMatch(
                element ->
                    IntStream.range(0, clauseOfVote.size())
                            .filter(vote -> clauseOfVote.get(vote) == clause)
                            .filter(vote -> trial.votes().get(vote).fits(clause, element))
                            .count()
                        >= need.count());
  }
}
