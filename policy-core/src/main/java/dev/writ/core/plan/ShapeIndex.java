package dev.writ.core.plan;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Expr;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Any number of rules, grouped by shape: which attributes they fix. Each shape has one table from
 * the values of its attributes to rules, so that what a request costs goes with the number of
 * shapes, and with the rules that its values fit, never with all rules. Rules that fix nothing are
 * looked at in every run.
 *
 * <p>A rule that fixes an attribute to several values stands in several places. Where that would be
 * more than {@link #PLACES}, the attribute with the most values is tested instead.
 */
final class ShapeIndex implements RuleIndex {
  private static final int PLACES = 16;

  private final Column[] columns;
  private final Shape[] shapes;
  private final int[] loose;
  private final Node[][] tests;

  private ShapeIndex(Column[] columns, Shape[] shapes, int[] loose, Node[][] tests) {
    this.columns = columns;
    this.shapes = shapes;
    this.loose = loose;
    this.tests = tests;
  }

  /** An attribute and a number for each constant, from 1. */
  private record Column(Node attribute, Map<Value, Integer> numbers) {
    int number(@Nullable Value value) {
      Integer number = value == null ? null : numbers.get(value);
      return number == null ? 0 : number;
    }
  }

  /** The rules that fix the same attributes. */
  private static final class Shape {
    private final int[] columns;
    private final PlaceTable places;

    Shape(List<Integer> columns, PlaceTable places) {
      this.columns = columns.stream().mapToInt(Integer::intValue).toArray();
      this.places = places;
    }
  }

  static ShapeIndex of(List<Pinned> rules, Compiler compiler) {
    return new Building(compiler).build(rules);
  }

  /** An index while it is built. */
  private static final class Building {
    private final Compiler compiler;
    private final Map<Expr, Integer> columnOf = new LinkedHashMap<>();
    private final List<Map<Value, Integer>> numbers = new ArrayList<>();

    Building(Compiler compiler) {
      this.compiler = compiler;
    }

    ShapeIndex build(List<Pinned> rules) {
      List<Map<Expr, Set<Value>>> anchors = new ArrayList<>();
      Node[][] tests = new Node[rules.size()][];
      for (int number = 0; number < rules.size(); number++) {
        Map<Expr, Set<Value>> anchor = new LinkedHashMap<>(rules.get(number).pins());
        List<Node> rest = new ArrayList<>();
        rules.get(number).rest().forEach(expr -> rest.add(compiler.condition(expr)));
        while (places(anchor) > PLACES) {
          rest.add(freed(anchor));
        }
        anchors.add(anchor);
        tests[number] = rest.toArray(Node[]::new);
        anchor.forEach(this::count);
      }
      return build(anchors, tests);
    }

    private static long places(Map<Expr, Set<Value>> anchor) {
      long places = 1;
      for (Set<Value> values : anchor.values()) {
        places = Math.min(Integer.MAX_VALUE, places * values.size());
      }
      return places;
    }

    /** Takes the attribute with the most values out, as a test. */
    private Node freed(Map<Expr, Set<Value>> anchor) {
      Expr widest = anchor.keySet().iterator().next();
      for (Map.Entry<Expr, Set<Value>> pin : anchor.entrySet()) {
        widest = pin.getValue().size() > sizeOf(anchor, widest) ? pin.getKey() : widest;
      }
      Set<Value> values = Set.copyOf(anchor.getOrDefault(widest, Set.of()));
      anchor.remove(widest);
      return new Strict.OfOne(
          Type.Scalar.BOOL, compiler.node(widest), (a, v, m) -> Node.bool(values.contains(a)));
    }

    private static int sizeOf(Map<Expr, Set<Value>> anchor, Expr attribute) {
      return anchor.getOrDefault(attribute, Set.of()).size();
    }

    private void count(Expr attribute, Set<Value> values) {
      int column =
          columnOf.computeIfAbsent(
              attribute,
              a -> {
                numbers.add(new HashMap<>());
                return numbers.size() - 1;
              });
      Map<Value, Integer> known = numbers.get(column);
      values.forEach(value -> known.putIfAbsent(value, known.size() + 1));
    }

    private ShapeIndex build(List<Map<Expr, Set<Value>>> anchors, Node[][] tests) {
      Map<List<Integer>, PlaceTable.Building> byShape = new LinkedHashMap<>();
      List<Integer> loose = new ArrayList<>();
      for (int rule = 0; rule < anchors.size(); rule++) {
        List<Integer> shape = shape(anchors.get(rule));
        if (shape.isEmpty()) {
          loose.add(rule);
        } else {
          place(
              rule,
              anchors.get(rule),
              shape,
              0,
              PlaceTable.ROOT,
              byShape.computeIfAbsent(shape, s -> new PlaceTable.Building()));
        }
      }
      List<Shape> shapes = new ArrayList<>();
      byShape.forEach((shape, places) -> shapes.add(new Shape(shape, places.build())));
      return new ShapeIndex(
          columns(),
          shapes.toArray(Shape[]::new),
          loose.stream().mapToInt(Integer::intValue).toArray(),
          tests);
    }

    private List<Integer> shape(Map<Expr, Set<Value>> anchor) {
      return anchor.keySet().stream().map(this::column).sorted().toList();
    }

    private int column(Expr attribute) {
      return columnOf.getOrDefault(attribute, -1);
    }

    /** Puts the rule in the place of each combination of its values. */
    private void place(
        int rule,
        Map<Expr, Set<Value>> anchor,
        List<Integer> shape,
        int from,
        int node,
        PlaceTable.Building places) {
      if (from == shape.size()) {
        places.put(node, rule);
        return;
      }
      int column = shape.get(from);
      for (Map.Entry<Expr, Set<Value>> pin : anchor.entrySet()) {
        if (column(pin.getKey()) == column) {
          for (Value value : pin.getValue()) {
            int number = numbers.get(column).getOrDefault(value, 0);
            place(rule, anchor, shape, from + 1, places.step(node, number), places);
          }
        }
      }
    }

    private Column[] columns() {
      List<Column> columns = new ArrayList<>();
      columnOf.forEach(
          (attribute, column) ->
              columns.add(new Column(compiler.node(attribute), numbers.get(column))));
      return columns.toArray(Column[]::new);
    }
  }

  @Override
  public void match(View view, Judge judge, Matches into) {
    for (int rule : loose) {
      test(rule, view, judge.moment, into);
    }
    int[] numbers = new int[columns.length];
    for (int i = 0; i < columns.length; i++) {
      numbers[i] =
          columns[i].number(columns[i].attribute.value(view, judge.moment, Node.NO_LOCALS));
    }
    for (Shape shape : shapes) {
      int node = node(shape, numbers);
      for (int i = 0; node != PlaceTable.NOWHERE && i < shape.places.count(node); i++) {
        test(shape.places.rule(node, i), view, judge.moment, into);
      }
    }
  }

  private static int node(Shape shape, int[] numbers) {
    int node = PlaceTable.ROOT;
    for (int i = 0; i < shape.columns.length && node != PlaceTable.NOWHERE; i++) {
      node = shape.places.step(node, numbers[shape.columns[i]]);
    }
    return node;
  }

  private void test(int rule, View view, Moment moment, Matches into) {
    boolean erring = false;
    for (Node test : tests[rule]) {
      Truth truth = test.truth(view, moment, Node.NO_LOCALS);
      if (truth == Truth.FALSE) {
        return;
      }
      erring |= truth == Truth.ERROR;
    }
    if (erring) {
      throw new FaultSignal();
    }
    into.add(rule);
  }

  @Override
  public String describe() {
    return "shapes: "
        + columns.length
        + " attributes, "
        + shapes.length
        + " shapes, "
        + loose.length
        + " rules that fix nothing";
  }
}
