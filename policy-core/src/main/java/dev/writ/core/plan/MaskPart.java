package dev.writ.core.plan;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Expr;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Conditions over at most 64 bits that are told by the same: each attribute that some bit fixes
 * leaves those bits alive that its value allows; each other condition is evaluated at most once,
 * and only while a bit that needs it is alive. Immutable.
 */
final class MaskPart {
  private static final long[] NOTHING = {};

  private final Column[] columns;

  /** By column and the number of its value, the bits that it leaves alive. */
  private final long[][] leaves;

  private final Node[] tests;

  /** By test, the bits that need it. */
  private final long[] needing;

  /** Those of the tests that words tell. */
  private final WordTests words;

  /** The numbers of the other tests. */
  private final int[] others;

  private MaskPart(
      Column[] columns,
      long[][] leaves,
      Node[] tests,
      long[] needing,
      WordTests words,
      int[] others) {
    this.columns = columns;
    this.leaves = leaves;
    this.tests = tests;
    this.needing = needing;
    this.words = words;
    this.others = others;
  }

  int columns() {
    return columns.length;
  }

  int tests() {
    return tests.length;
  }

  /** The values of a request that words are compared of, or null where one has none. */
  Value @Nullable [] compared(View view) {
    return words.read(view);
  }

  /**
   * What is read of a request: the numbers of the attributes' values, then the words that are
   * compared, if there are.
   *
   * @param compared the values of those words
   */
  long[] told(View view, Value @Nullable [] compared) {
    int size = columns.length + (compared == null ? 0 : compared.length);
    if (size == 0) {
      return NOTHING;
    }
    long[] told = new long[size];
    for (int i = 0; i < columns.length; i++) {
      told[i] = columns[i].number(view, Moment.TIMELESS);
    }
    if (compared != null) {
      words.write(compared, told);
    }
    return told;
  }

  /** Which of these bits the attributes leave alive, by what was told. */
  long left(long alive, long[] told) {
    long left = alive;
    for (int i = 0; i < leaves.length; i++) {
      left &= leaves[i][(int) told[i]];
    }
    return left;
  }

  /** Which of these bits the attributes leave alive. */
  long left(long alive, View view, Moment moment) {
    long left = alive;
    for (int i = 0; i < columns.length; i++) {
      left &= leaves[i][columns[i].number(view, moment)];
    }
    return left;
  }

  /**
   * Which of these bits the conditions leave alive.
   *
   * @throws FaultSignal if one that a bit needs comes to an error
   */
  long passed(long alive, View view, Moment moment) {
    long left = alive;
    for (int i = 0; i < tests.length; i++) {
      if ((left & needing[i]) != 0 && !holds(tests[i], view, moment)) {
        left &= ~needing[i];
      }
    }
    return left;
  }

  /**
   * Which of these bits the conditions leave alive, by what was told.
   *
   * @throws FaultSignal if one that a bit needs comes to an error
   */
  long passed(long alive, Known known, Moment moment) {
    View view = known.view;
    if (known.compared == null) {
      return passed(alive, view, moment);
    }
    long left = words.passed(alive, known.told, known.compared);
    for (int i : others) {
      if ((left & needing[i]) != 0 && !holds(tests[i], view, moment)) {
        left &= ~needing[i];
      }
    }
    return left;
  }

  private static boolean holds(Node test, View view, Moment moment) {
    Truth truth = test.truth(view, moment, Node.NO_LOCALS);
    if (truth == Truth.ERROR) {
      throw new FaultSignal();
    }
    return truth == Truth.TRUE;
  }

  /** A part while it is built. */
  static final class Building {
    private final Map<Expr, Map<Value, Long>> allowed = new LinkedHashMap<>();
    private final Map<Expr, Long> asking = new HashMap<>();
    private final Map<Expr, Long> needing = new LinkedHashMap<>();

    /** The bit is alive only where the attribute has one of these values. */
    void pin(Expr attribute, Set<Value> values, long bit) {
      asking.merge(attribute, bit, Building::or);
      Map<Value, Long> column = allowed.computeIfAbsent(attribute, a -> new LinkedHashMap<>());
      values.forEach(value -> column.merge(value, bit, Building::or));
    }

    /** The bit is alive only where the condition is true. */
    void test(Expr condition, long bit) {
      needing.merge(condition, bit, Building::or);
    }

    private static long or(long a, long b) {
      return a | b;
    }

    MaskPart build(Compiler compiler) {
      List<Column> columns = new ArrayList<>();
      List<long[]> leaves = new ArrayList<>();
      allowed.forEach(
          (attribute, bits) -> {
            columns.add(Column.of(attribute, bits.keySet(), compiler));
            leaves.add(leaves(bits, ~asking.getOrDefault(attribute, 0L)));
          });
      Node[] tests = needing.keySet().stream().map(compiler::condition).toArray(Node[]::new);
      long[] bits = needing.values().stream().mapToLong(Long::longValue).toArray();
      WordTests.Building words = new WordTests.Building(columns.size());
      int[] others =
          IntStream.range(0, tests.length).filter(i -> !words.take(tests[i], bits[i])).toArray();
      return new MaskPart(
          columns.toArray(Column[]::new),
          leaves.toArray(long[][]::new),
          tests,
          bits,
          words.build(),
          others);
    }

    /** In the order of the column's numbers. */
    private static long[] leaves(Map<Value, Long> allowed, long others) {
      long[] leaves = new long[allowed.size() + 1];
      Arrays.fill(leaves, others);
      int number = Column.UNNAMED;
      for (long bits : allowed.values()) {
        leaves[++number] |= bits;
      }
      return leaves;
    }
  }
}
