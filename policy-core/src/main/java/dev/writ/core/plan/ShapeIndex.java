package dev.writ.core.plan;

import dev.writ.core.decision.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Any number of rules, grouped by shape: which attributes they ask something of. Each shape has one
 * table from what the values of its attributes meet to rules, so that what a request costs goes
 * with the number of shapes, and with the rules that its values fit, never with all rules. Rules
 * that ask nothing of any attribute are looked at in every run.
 *
 * <p>A rule may stand in several places, and be met there more than once. Immutable.
 */
final class ShapeIndex {
  private static final int[][] NOTHING = {};

  private final Tokens[] ofRequest;
  private final Tokens[] ofMoment;
  private final Shape[] shapes;
  private final int[] loose;
  private final Node[][] tests;
  private final boolean testsReadMoment;

  /** For what the principal tells, and for what the resource tells. */
  final Tokens[] ofPrincipal;

  final Tokens[] ofResource;

  /** Where the tokens of an attribute stand: among those of a basis, at a position. */
  record Place(Basis basis, int position) {}

  /** The rules that ask something of the same attributes. */
  static final class Shape {
    private final Place[] attributes;
    private final PlaceTable rules;

    Shape(Place[] attributes, PlaceTable rules) {
      this.attributes = attributes;
      this.rules = rules;
    }
  }

  ShapeIndex(ShapeBuilding built) {
    this.ofPrincipal = built.tokens(Basis.PRINCIPAL);
    this.ofResource = built.tokens(Basis.RESOURCE);
    this.ofRequest = built.tokens(Basis.REQUEST);
    this.ofMoment = built.tokens(Basis.MOMENT);
    this.shapes = built.shapes();
    this.loose = built.loose();
    this.tests = built.tests();
    this.testsReadMoment = built.testsReadMoment();
  }

  /** What the request tells beside principal and resource. */
  int[][] tokens(View view) {
    return Tokens.of(ofRequest, view, Moment.TIMELESS);
  }

  /** How many rules there are. */
  int rules() {
    return tests.length;
  }

  /** Whether something is told by the moment. */
  boolean readsMoment() {
    return testsReadMoment || ofMoment.length > 0;
  }

  /**
   * Finds the rules that are true.
   *
   * @param moment of a quick run whose guards were probed
   * @param into takes their numbers, some perhaps twice; null where they are not asked for
   * @return the number of the only one, or {@link SliceIndex#NONE} or {@link SliceIndex#MANY}
   * @throws FaultSignal if a rule could not be evaluated
   */
  int match(Known known, Moment moment, @Nullable Matches into) {
    int found = SliceIndex.NONE;
    for (int rule : loose) {
      found = tested(rule, known, moment, into, found);
    }
    int[][] ofMoments = ofMoment.length == 0 ? NOTHING : Tokens.of(ofMoment, known.view, moment);
    for (Shape shape : shapes) {
      found = walk(shape, 0, PlaceTable.ROOT, known, moment, ofMoments, into, found);
    }
    return found;
  }

  /** The rules from a node on, by what the attributes from a depth on meet. */
  private int walk(
      Shape shape,
      int from,
      int start,
      Known known,
      Moment moment,
      int[][] ofMoments,
      @Nullable Matches into,
      int found) {
    int node = start;
    for (int depth = from; depth < shape.attributes.length; depth++) {
      int[] tokens = tokens(shape.attributes[depth], known, ofMoments);
      if (tokens.length > 1) {
        return fan(shape, depth, node, tokens, known, moment, ofMoments, into, found);
      }
      node = tokens.length == 0 ? PlaceTable.NOWHERE : shape.rules.step(node, tokens[0]);
      if (node == PlaceTable.NOWHERE) {
        return found;
      }
    }
    int sum = found;
    int count = shape.rules.count(node);
    for (int i = 0; i < count; i++) {
      sum = tested(shape.rules.rule(node, i), known, moment, into, sum);
    }
    return sum;
  }

  private int fan(
      Shape shape,
      int depth,
      int node,
      int[] tokens,
      Known known,
      Moment moment,
      int[][] ofMoments,
      @Nullable Matches into,
      int found) {
    int sum = found;
    for (int token : tokens) {
      int next = shape.rules.step(node, token);
      if (next != PlaceTable.NOWHERE) {
        sum = walk(shape, depth + 1, next, known, moment, ofMoments, into, sum);
      }
    }
    return sum;
  }

  private static int[] tokens(Place place, Known known, int[][] ofMoments) {
    int[][] of =
        switch (place.basis) {
          case PRINCIPAL -> known.principal.tokens;
          case RESOURCE -> known.resource.tokens;
          case REQUEST -> known.tokens;
          case MOMENT -> ofMoments;
        };
    return of[place.position];
  }

  private int tested(int rule, Known known, Moment moment, @Nullable Matches into, int found) {
    Node[] asked = tests[rule];
    if (asked.length > 0 && !holds(asked, known.view, moment)) {
      return found;
    }
    if (into != null) {
      into.add(rule);
    }
    return found == SliceIndex.NONE || found == rule ? rule : SliceIndex.MANY;
  }

  private static boolean holds(Node[] tests, View view, Moment moment) {
    boolean erring = false;
    for (Node test : tests) {
      Truth truth = test.truth(view, moment, Node.NO_LOCALS);
      if (truth == Truth.FALSE) {
        return false;
      }
      erring |= truth == Truth.ERROR;
    }
    if (erring) {
      throw new FaultSignal();
    }
    return true;
  }

  /** What it is made of, for people. */
  String describe() {
    int attributes = ofPrincipal.length + ofResource.length + ofRequest.length + ofMoment.length;
    return attributes
        + " attributes, "
        + shapes.length
        + " shapes, "
        + loose.length
        + " rules that fix nothing";
  }
}
