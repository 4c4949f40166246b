package dev.writ.core.plan;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Expr;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * At most 64 rules, one bit each. Each attribute that some rule fixes leaves those rules alive that
 * its value allows; of the other conditions each is evaluated at most once, and only while a rule
 * that needs it is alive.
 */
final class MaskIndex implements RuleIndex {
  static final int MOST = 64;

  private final long all;
  private final Column[] columns;
  private final Test[] tests;

  /** An attribute: for each constant the rules that it allows, and those that do not ask. */
  private record Column(Node attribute, Map<Value, Long> allowed, long others) {
    long leaves(@Nullable Value value) {
      Long some = value == null ? null : allowed.get(value);
      return some == null ? others : some | others;
    }
  }

  /** A condition, and the rules that need it. */
  private record Test(Node condition, long needing) {}

  private MaskIndex(long all, List<Column> columns, List<Test> tests) {
    this.all = all;
    this.columns = columns.toArray(Column[]::new);
    this.tests = tests.toArray(Test[]::new);
  }

  static MaskIndex of(List<Pinned> rules, Compiler compiler) {
    if (rules.size() > MOST) {
      throw new IllegalArgumentException("more rules than bits: " + rules.size());
    }
    long all = rules.size() == MOST ? -1L : (1L << rules.size()) - 1;
    Map<Expr, Map<Value, Long>> allowed = new LinkedHashMap<>();
    Map<Expr, Long> asking = new HashMap<>();
    Map<Expr, Long> needing = new LinkedHashMap<>();
    for (int number = 0; number < rules.size(); number++) {
      long bit = 1L << number;
      for (Map.Entry<Expr, Set<Value>> pin : rules.get(number).pins().entrySet()) {
        asking.merge(pin.getKey(), bit, MaskIndex::or);
        Map<Value, Long> column = allowed.computeIfAbsent(pin.getKey(), a -> new HashMap<>());
        pin.getValue().forEach(value -> column.merge(value, bit, MaskIndex::or));
      }
      rules.get(number).rest().forEach(rest -> needing.merge(rest, bit, MaskIndex::or));
    }
    List<Column> columns = new ArrayList<>();
    allowed.forEach(
        (attribute, column) ->
            columns.add(
                new Column(
                    compiler.node(attribute), column, all & ~asking.getOrDefault(attribute, 0L))));
    List<Test> tests = new ArrayList<>();
    needing.forEach((rest, bits) -> tests.add(new Test(compiler.condition(rest), bits)));
    return new MaskIndex(all, columns, tests);
  }

  private static long or(long a, long b) {
    return a | b;
  }

  @Override
  public void match(View view, Judge judge, Matches into) {
    for (long alive = alive(view, judge.moment); alive != 0; alive &= alive - 1) {
      into.add(Long.numberOfTrailingZeros(alive));
    }
  }

  private long alive(View view, Moment moment) {
    long alive = all;
    for (Column column : columns) {
      if ((alive & ~column.others) != 0) {
        alive &= column.leaves(column.attribute.value(view, moment, Node.NO_LOCALS));
      }
    }
    long erring = 0;
    for (Test test : tests) {
      if ((alive & test.needing) != 0) {
        Truth truth = test.condition.truth(view, moment, Node.NO_LOCALS);
        alive &= truth == Truth.FALSE ? ~test.needing : -1L;
        erring |= truth == Truth.ERROR ? test.needing : 0;
      }
    }
    if ((alive & erring) != 0) {
      throw new FaultSignal();
    }
    return alive;
  }

  @Override
  public String describe() {
    return "masks: " + columns.length + " attributes, " + tests.length + " conditions";
  }
}
