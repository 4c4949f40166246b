package dev.writ.core.plan;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A {@link ShapeIndex} while it is built.
 *
 * <p>A rule is put where its constants are and, of what else it asks, where most different things
 * are asked, since that leaves the fewest rules to test. Where that is still a crowd, a disjunction
 * of the rule is taken apart, and the rule stands in the places of each choice. At most {@link
 * #PLACES} for a rule; where it would be more, the attribute with the most is left out and tested.
 */
final class ShapeBuilding {
  private static final int PLACES = 64;

  /** How many rules may share a place before a disjunction is taken apart. */
  private static final int CROWD = 16;

  private static final Node[] NO_TESTS = {};

  private final Compiler compiler;
  private final List<Rule> rules = new ArrayList<>();
  private final Map<Key, Vocabulary> vocabularies = new LinkedHashMap<>();
  private final Map<Key, ShapeIndex.Place> places = new LinkedHashMap<>();
  private final Map<Basis, List<Key>> byBasis = new EnumMap<>(Basis.class);
  private final Map<Key, Integer> mentions = new HashMap<>();
  private final List<Key> order;
  private final Stage root = new Stage();
  private final Set<List<Key>> shapes = new HashSet<>();
  private final List<Integer> loose = new ArrayList<>();
  private final List<Node[]> tests = new ArrayList<>();
  private boolean testsReadMoment;

  /** An attribute and a way to ask something of it. */
  private record Key(Expr attribute, Class<? extends Anchor> kind, boolean behind) {
    static Key of(Anchor anchor) {
      return new Key(
          anchor.attribute(),
          anchor.getClass(),
          anchor instanceof Anchor.Edge edge && edge.behind());
    }
  }

  /** What is looked at after some attributes, by attribute. */
  private static final class Stage {
    private final Map<Key, Stage> next = new LinkedHashMap<>();
    private final PlaceTable.Building table = new PlaceTable.Building();

    Stage after(Key key) {
      return next.computeIfAbsent(key, k -> new Stage());
    }
  }

  /** A rule, and by disjunction what each choice of it asks. */
  private record Rule(Pinned pinned, List<List<Pinned>> choices) {}

  ShapeBuilding(List<Pinned> conditions, List<Boolean> observed, Compiler compiler) {
    this.compiler = compiler;
    for (int i = 0; i < conditions.size(); i++) {
      Pinned pinned = conditions.get(i);
      List<List<Pinned>> choices = new ArrayList<>();
      for (Expr conjunct : pinned.rest()) {
        List<Pinned> choice = pinned.choices(conjunct, observed.get(i), compiler);
        if (!choice.isEmpty()) {
          choices.add(choice);
        }
      }
      rules.add(new Rule(pinned, choices));
    }
    rules.forEach(this::learn);
    this.order = order();
    for (int number = 0; number < rules.size(); number++) {
      put(number, rules.get(number));
    }
  }

  /** What most rules ask something of comes first, so that their shapes share it. */
  private List<Key> order() {
    List<Key> keys = new ArrayList<>(vocabularies.keySet());
    keys.sort(
        Comparator.<Key>comparingInt(key -> mentions.getOrDefault(key, 0))
            .thenComparingInt(key -> vocabulary(key).size())
            .reversed());
    return keys;
  }

  private void learn(Rule rule) {
    learn(rule.pinned());
    rule.choices().forEach(choice -> choice.forEach(this::learn));
  }

  private void learn(Pinned pinned) {
    pinned.pins().forEach((attribute, values) -> learn(new Anchor.OneOf(attribute, values)));
    pinned.anchors().forEach(found -> learn(found.anchor()));
  }

  private void learn(Anchor anchor) {
    Key key = Key.of(anchor);
    mentions.merge(key, 1, Integer::sum);
    vocabularies.computeIfAbsent(key, k -> Vocabulary.like(anchor)).add(anchor);
  }

  private Vocabulary vocabulary(Key key) {
    Vocabulary known = vocabularies.get(key);
    if (known == null) {
      throw new IllegalStateException("nothing was learnt of " + key);
    }
    return known;
  }

  private void put(int number, Rule rule) {
    Entry whole = new Entry();
    whole.add(rule.pinned());
    List<Entry> entries = List.of(whole);
    if (whole.spread() * CROWD < rules.size()) {
      for (List<Pinned> choices : rule.choices()) {
        List<Entry> apart = apart(rule.pinned(), choices);
        entries = narrowest(apart) > narrowest(entries) ? apart : entries;
      }
    }
    Set<Expr> tested = new HashSet<>(rule.pinned().rest());
    if (entries.size() == 1) {
      tested.removeAll(entries.get(0).settled);
    }
    List<Node> nodes = new ArrayList<>();
    for (Expr rest : rule.pinned().rest()) {
      if (tested.contains(rest)) {
        nodes.add(compiler.condition(rest));
        testsReadMoment |= Basis.of(compiler.reads(rest)) == Basis.MOMENT;
      }
    }
    boolean placed = true;
    for (Entry entry : entries) {
      entry.shrink(nodes, rule.pinned());
      placed &= !entry.anchors.isEmpty();
    }
    tests.add(nodes.isEmpty() ? NO_TESTS : nodes.toArray(Node[]::new));
    if (placed) {
      entries.forEach(entry -> entry.place(number));
    } else {
      loose.add(number);
    }
  }

  private List<Entry> apart(Pinned around, List<Pinned> choices) {
    List<Entry> apart = new ArrayList<>();
    for (Pinned choice : choices) {
      Entry entry = new Entry();
      entry.add(around);
      entry.add(choice);
      apart.add(entry);
    }
    return apart;
  }

  private static double narrowest(List<Entry> entries) {
    return entries.stream().mapToDouble(Entry::spread).min().orElse(0);
  }

  /** Where a rule is put: in all places of its anchors. */
  private final class Entry {
    private final Map<Key, Anchor> anchors = new LinkedHashMap<>();
    private final Set<Expr> settled = new HashSet<>();
    private @Nullable Key wide;

    void add(Pinned pinned) {
      pinned
          .pins()
          .forEach(
              (attribute, values) -> {
                Anchor anchor = new Anchor.OneOf(attribute, values);
                anchors.putIfAbsent(Key.of(anchor), anchor);
              });
      pinned.anchors().forEach(this::offer);
    }

    /** Beside constants one attribute is enough: the one of which most is asked. */
    private void offer(AnchorSearch.Found found) {
      Key key = Key.of(found.anchor());
      if (wide != null && vocabulary(wide).size() >= vocabulary(key).size()) {
        return;
      }
      if (wide != null) {
        anchors.remove(wide);
        settled.clear();
      }
      wide = key;
      anchors.put(key, found.anchor());
      settled.addAll(found.settled());
    }

    /** Over how many places rules of this kind are spread, at a guess. */
    double spread() {
      double spread = 1;
      for (Key key : anchors.keySet()) {
        spread *= vocabulary(key).size();
      }
      return spread;
    }

    /** Takes out attributes until the places are few enough, and has them tested. */
    void shrink(List<Node> tested, Pinned pinned) {
      while (places() > PLACES) {
        Key widest = anchors.keySet().iterator().next();
        for (Key key : anchors.keySet()) {
          widest = numbers(key).size() > numbers(widest).size() ? key : widest;
        }
        test(widest, tested, pinned);
        anchors.remove(widest);
      }
    }

    private void test(Key key, List<Node> tested, Pinned pinned) {
      testsReadMoment |= basis(key) == Basis.MOMENT;
      Set<Value> values = pinned.pins().get(key.attribute());
      if (key.equals(wide)) {
        settled.forEach(expr -> tested.add(compiler.condition(expr)));
      } else if (values != null) {
        tested.add(
            new Strict.OfOne(
                Type.Scalar.BOOL,
                compiler.node(key.attribute()),
                (a, v, m) -> Node.bool(values.contains(a))));
      }
    }

    private List<Integer> numbers(Key key) {
      Anchor anchor = anchors.get(key);
      return anchor == null ? List.of() : vocabulary(key).numbers(anchor);
    }

    private long places() {
      long places = 1;
      for (Key key : anchors.keySet()) {
        places = Math.min(Integer.MAX_VALUE, places * numbers(key).size());
      }
      return places;
    }

    void place(int rule) {
      List<Key> shape = order.stream().filter(anchors::containsKey).toList();
      shape.forEach(ShapeBuilding.this::seat);
      shapes.add(shape);
      place(rule, shape, 0, PlaceTable.ROOT, root);
    }

    private void place(int rule, List<Key> shape, int from, int node, Stage before) {
      Stage stage = before.after(shape.get(from));
      for (int number : numbers(shape.get(from))) {
        int met = stage.table.step(node, number);
        if (from + 1 == shape.size()) {
          stage.table.put(met, rule);
        } else {
          place(rule, shape, from + 1, met, stage);
        }
      }
    }
  }

  /** Gives an attribute that is looked at its position among those of its basis. */
  private void seat(Key key) {
    if (!places.containsKey(key)) {
      Basis basis = basis(key);
      List<Key> seated = byBasis.computeIfAbsent(basis, b -> new ArrayList<>());
      places.put(key, new ShapeIndex.Place(basis, seated.size()));
      seated.add(key);
    }
  }

  private Basis basis(Key key) {
    boolean above = key.kind() == Anchor.In.class;
    Expr read = above ? new Expr.InEntities(key.attribute(), List.of()) : key.attribute();
    return Basis.of(compiler.reads(read));
  }

  /** What the values of the attributes of a basis meet, by position. */
  Tokens[] tokens(Basis basis) {
    return byBasis.getOrDefault(basis, List.of()).stream()
        .map(key -> vocabulary(key).tokens(compiler.node(key.attribute())))
        .toArray(Tokens[]::new);
  }

  ShapeIndex.Level[] levels() {
    return levels(root);
  }

  private ShapeIndex.Level[] levels(Stage stage) {
    return stage.next.entrySet().stream()
        .map(
            next ->
                new ShapeIndex.Level(
                    placeOf(next.getKey()), next.getValue().table.build(), levels(next.getValue())))
        .toArray(ShapeIndex.Level[]::new);
  }

  /** How many shapes there are. */
  int shapes() {
    return shapes.size();
  }

  private ShapeIndex.Place placeOf(Key key) {
    ShapeIndex.Place place = places.get(key);
    if (place == null) {
      throw new IllegalStateException("no place for " + key);
    }
    return place;
  }

  /** The rules that stand nowhere. */
  int[] loose() {
    return loose.stream().mapToInt(Integer::intValue).toArray();
  }

  /** By rule what is left to test where it is met. */
  Node[][] tests() {
    return tests.toArray(Node[][]::new);
  }

  boolean testsReadMoment() {
    return testsReadMoment;
  }
}
