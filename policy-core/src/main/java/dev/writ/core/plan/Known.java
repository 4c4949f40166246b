package dev.writ.core.plan;

import org.jspecify.annotations.Nullable;

/** A view, and what is known of its slice there whatever the moment. Immutable. */
final class Known {
  final View view;
  final SliceProgram program;
  final SliceIndex index;

  /** What the principal tells. */
  final OwnFacts principal;

  /** What the resource tells. */
  final OwnFacts resource;

  /** The bits that the two leave alive. */
  final long leaves;

  /** The numbers of the masks' attributes that the rest of the request tells. */
  final int[] masked;

  /** The words of the masks' attributes, or null where one has no value. */
  final long @Nullable [] words;

  /** What the shapes' attributes meet that the rest of the request tells. */
  final int[][] tokens;

  /** Whether something goes wrong, so that every rule is to be looked at. */
  final boolean faulty;

  Known(View view, SliceProgram program) {
    this.view = view;
    this.program = program;
    this.index = program.index();
    this.principal = index.principal.facts(view);
    this.resource = index.resource.facts(view);
    this.leaves = principal.leaves & resource.leaves;
    int[] ofMasks = Column.NONE;
    int[][] ofShapes = {};
    long @Nullable [] compared = null;
    boolean wrong = principal.faulty || resource.faulty;
    try {
      if (!wrong) {
        Guards.probe(index.requestGuards, view, Moment.TIMELESS_PROBE);
        ofMasks = index.masks.request.numbers(view, Moment.TIMELESS);
        compared = index.masks.request.words(view);
        ofShapes = index.shapes == null ? ofShapes : index.shapes.tokens(view);
      }
    } catch (FaultSignal fault) {
      wrong = true;
    }
    this.masked = ofMasks;
    this.words = compared;
    this.tokens = ofShapes;
    this.faulty = wrong;
  }

  /** Whether all that these rules ask for takes nothing from the request. */
  boolean asksConstants(int rule) {
    return index.asksConstants(rule, program.rules());
  }
}
