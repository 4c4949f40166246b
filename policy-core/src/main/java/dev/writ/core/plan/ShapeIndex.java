package dev.writ.core.plan;

import dev.writ.core.decision.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Any number of rules, grouped by shape: which attributes they ask something of. The shapes form a
 * tree, those attributes first that most rules ask something of; each level has one table from what
 * the values met so far and the value of its attribute meet to rules. What a request costs goes
 * with the number of shapes that its values lead into, and with the rules that they fit, never with
 * all rules. Rules that ask nothing of any attribute are looked at in every run.
 *
 * <p>A rule may stand in several places, and be met there more than once. Immutable.
 */
final class ShapeIndex {
  private static final int[][] NOTHING = {};

  private final Tokens[] ofRequest;
  private final Tokens[] ofMoment;
  private final Level[] levels;
  private final int shapes;
  private final int[] loose;
  private final Node[][] tests;
  private final boolean testsReadMoment;

  /** The rules that were met together. */
  final Combinations combinations = new Combinations();

  /** For what the principal tells, and for what the resource tells. */
  final Tokens[] ofPrincipal;

  final Tokens[] ofResource;

  /** Where the tokens of an attribute stand: among those of a basis, at a position. */
  record Place(Basis basis, int position) {}

  /** An attribute that is looked at after others, and those that are looked at after it. */
  static final class Level {
    private final Place attribute;
    private final PlaceTable table;
    private final Level[] next;

    Level(Place attribute, PlaceTable table, Level[] next) {
      this.attribute = attribute;
      this.table = table;
      this.next = next;
    }
  }

  ShapeIndex(ShapeBuilding built) {
    this.ofPrincipal = built.tokens(Basis.PRINCIPAL);
    this.ofResource = built.tokens(Basis.RESOURCE);
    this.ofRequest = built.tokens(Basis.REQUEST);
    this.ofMoment = built.tokens(Basis.MOMENT);
    this.levels = built.levels();
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
   * @return {@link SliceIndex#NONE}, the number of the only one, or that of the combination
   * @throws FaultSignal if a rule could not be evaluated
   */
  int match(Known known, Moment moment, @Nullable Matches into) {
    int found = SliceIndex.NONE;
    for (int rule : loose) {
      found = tested(rule, known, moment, into, found);
    }
    int[][] ofMoments = ofMoment.length == 0 ? NOTHING : Tokens.of(ofMoment, known.view, moment);
    for (Level level : levels) {
      found = walk(level, PlaceTable.ROOT, known, moment, ofMoments, into, found);
    }
    return found;
  }

  /** The rules from a node of the level before on. */
  private int walk(
      Level level,
      int node,
      Known known,
      Moment moment,
      int[][] ofMoments,
      @Nullable Matches into,
      int found) {
    int sum = found;
    PlaceTable table = level.table;
    for (int token : tokens(level.attribute, known, ofMoments)) {
      int met = table.step(node, token);
      if (met == PlaceTable.NOWHERE) {
        continue;
      }
      int count = table.count(met);
      for (int i = 0; i < count; i++) {
        sum = tested(table.rule(met, i), known, moment, into, sum);
      }
      for (Level next : level.next) {
        sum = walk(next, met, known, moment, ofMoments, into, sum);
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
    return found == SliceIndex.NONE ? rule : combinations.with(found, rule);
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
    String fixing =
        PlanText.count(attributes, "attribute") + " in " + PlanText.count(shapes, "shape");
    return loose.length == 0
        ? fixing
        : fixing + "; " + PlanText.count(loose.length, "rule") + " that fix nothing";
  }
}
