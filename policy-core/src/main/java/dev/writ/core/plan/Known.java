package dev.writ.core.plan;

import dev.writ.core.model.Value;
import org.jspecify.annotations.Nullable;

/** A view, and what is known of its slice there whatever the moment. Immutable. */
final class Known {
  private static final long[] NOTHING = {};
  private static final int[][] NO_TOKENS = {};

  final View view;

  /** The place in the chain of the member whose view it is. */
  final int member;

  final SliceProgram program;
  final SliceIndex index;

  /** What the principal tells. */
  final OwnFacts principal;

  /** What the resource tells. */
  final OwnFacts resource;

  /** The bits that the two leave alive. */
  final long leaves;

  /** What the rest of the request tells the masks. */
  final long[] told;

  /** The values of the words that are compared among that, or null where one has none. */
  final Value @Nullable [] compared;

  /** What the shapes' attributes meet that the rest of the request tells. */
  final int[][] tokens;

  /** Whether something goes wrong, so that every rule is to be looked at. */
  final boolean faulty;

  /**
   * @param member the place in the chain of the member whose view it is
   */
  Known(View view, int member, SliceProgram program) {
    this.member = member;
    this.view = view;
    this.program = program;
    this.index = program.index();
    this.principal = index.principal.facts(view);
    this.resource = index.resource.facts(view);
    this.leaves = principal.leaves & resource.leaves;
    long[] ofMasks = NOTHING;
    Value @Nullable [] values = null;
    int[][] ofShapes = NO_TOKENS;
    boolean wrong = principal.faulty || resource.faulty;
    try {
      if (!wrong) {
        Guards.probe(index.requestGuards, view, Moment.TIMELESS_PROBE);
        values = index.masks.request.compared(view);
        ofMasks = index.masks.request.told(view, values);
        ofShapes = index.shapes == null ? ofShapes : index.shapes.tokens(view);
      }
    } catch (FaultSignal fault) {
      wrong = true;
    }
    this.told = ofMasks;
    this.compared = values;
    this.tokens = ofShapes;
    this.faulty = wrong;
  }

  /** Whether all that these rules ask for takes nothing from the request. */
  boolean asksConstants(int rule) {
    return index.asksConstants(rule, program.rules());
  }
}
