package dev.writ.core.plan;

import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons of attributes with constants or with each other, done on words of 64 bits: a number,
 * an instant or an enumerator is its own word, and anything else stands for itself by its hash, so
 * that only where hashes are equal the values are looked at. The words are read with the request;
 * what is done with them afterwards touches nothing else. Immutable.
 */
final class WordTests {
  /** How many words of other things stand before these. */
  private final int first;

  private final Operand[] operands;

  /** Whether an operand is told by its rank; else by its hash. */
  private final boolean[] ranked;

  private final Within[] within;
  private final Pair[] pairs;

  /** An operand that lies in a range, or does not. */
  private record Within(int operand, long from, long to, boolean inside, long needing) {}

  /**
   * Two operands.
   *
   * @param less whether the left is less than the right, else whether both are equal
   * @param exact whether equal words mean equal values; else the comparison looks at those
   * @param asked whether that is to be so
   */
  private record Pair(
      int left,
      int right,
      boolean less,
      boolean exact,
      boolean asked,
      Compared node,
      long needing) {

    boolean isMet(long[] words, Value[] values, int first) {
      long a = words[left];
      long b = words[right];
      boolean holds = less ? a < b : a == b;
      if (holds && !exact) {
        holds = node.holds(values[left - first], values[right - first]);
      }
      return holds == asked;
    }
  }

  private WordTests(
      int first, Operand[] operands, boolean[] ranked, Within[] within, Pair[] pairs) {
    this.first = first;
    this.operands = operands;
    this.ranked = ranked;
    this.within = within;
    this.pairs = pairs;
  }

  /** How many words there are. */
  int size() {
    return operands.length;
  }

  /** The values of the operands in a request, or null where one has none. */
  Value @Nullable [] read(View view) {
    Value[] values = operands.length == 0 ? Node.NO_LOCALS : new Value[operands.length];
    for (int i = 0; i < operands.length; i++) {
      Value value = operands[i].value(view, Moment.TIMELESS, Node.NO_LOCALS);
      if (value == null) {
        return null;
      }
      values[i] = value;
    }
    return values;
  }

  /**
   * Writes the words of these values.
   *
   * @param into takes them, at their end
   */
  void write(Value[] values, long[] into) {
    for (int i = 0; i < values.length; i++) {
      into[first + i] = ranked[i] ? NumberOps.rank(values[i]) : values[i].hashCode();
    }
  }

  /** Which of these bits the comparisons leave alive. */
  long passed(long alive, long[] words, Value[] values) {
    long left = alive;
    for (Within test : within) {
      long word = words[test.operand];
      boolean holds = (word >= test.from && word <= test.to) == test.inside;
      left &= holds ? -1L : ~test.needing;
    }
    for (Pair test : pairs) {
      if ((left & test.needing) != 0 && !test.isMet(words, values, first)) {
        left &= ~test.needing;
      }
    }
    return left;
  }

  /** Comparisons while they are collected. For one thread. */
  static final class Building {
    private final int first;
    private final Map<Node, Integer> numbers = new LinkedHashMap<>();
    private final List<Operand> operands = new ArrayList<>();
    private final List<Boolean> ranked = new ArrayList<>();
    private final List<Within> within = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();

    /**
     * @param first how many words of other things stand before these
     */
    Building(int first) {
      this.first = first;
    }

    /**
     * Takes a condition that bits need.
     *
     * @return whether it is a comparison that words tell
     */
    boolean take(Node test, long needing) {
      Node bare = test instanceof Logic.Not not ? not.operand : test;
      return bare instanceof Compared comparison && take(comparison, bare == test, needing);
    }

    private boolean take(Compared comparison, boolean met, long needing) {
      Operand left = comparison.first();
      Operand right = comparison.second();
      if (comparison.isRanked()) {
        if (right.constant() != null) {
          return within(left, right.constant(), true, comparison, met, needing);
        }
        if (left.constant() != null) {
          return within(right, left.constant(), false, comparison, met, needing);
        }
      } else if (!comparison.isHashed() || left.constant() != null || right.constant() != null) {
        return false;
      }
      boolean exact = comparison.isRanked();
      pairs.add(
          new Pair(
              number(left, exact),
              number(right, exact),
              comparison.isOrder(),
              exact,
              comparison.asked() == met,
              comparison,
              needing));
      return true;
    }

    /** A comparison with a constant, which stands at the right or at the left. */
    private boolean within(
        Operand operand,
        Value constant,
        boolean atRight,
        Compared comparison,
        boolean met,
        long needing) {
      long rank = NumberOps.rank(constant);
      long from = Long.MIN_VALUE;
      long to = Long.MAX_VALUE;
      if (!comparison.isOrder()) {
        from = rank;
        to = rank;
      } else if (atRight) {
        if (rank == Long.MIN_VALUE) {
          return false;
        }
        to = rank - 1;
      } else {
        if (rank == Long.MAX_VALUE) {
          return false;
        }
        from = rank + 1;
      }
      within.add(new Within(number(operand, true), from, to, comparison.asked() == met, needing));
      return true;
    }

    private int number(Operand operand, boolean byRank) {
      Integer known = numbers.putIfAbsent(operand.node, first + operands.size());
      if (known != null) {
        return known;
      }
      operands.add(operand);
      ranked.add(byRank);
      return first + operands.size() - 1;
    }

    WordTests build() {
      boolean[] byRank = new boolean[ranked.size()];
      IntStream.range(0, byRank.length).forEach(i -> byRank[i] = ranked.get(i));
      return new WordTests(
          first,
          operands.toArray(Operand[]::new),
          byRank,
          within.toArray(Within[]::new),
          pairs.toArray(Pair[]::new));
    }
  }
}
