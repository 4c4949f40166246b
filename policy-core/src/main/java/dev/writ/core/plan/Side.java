package dev.writ.core.plan;

import dev.writ.core.model.EntityNode;
import org.jspecify.annotations.Nullable;

/**
 * What of a slice is told by one of two entities alone, the principal or the resource: worked out
 * once for a version of the entity and kept in its note. Immutable.
 */
final class Side {
  /** What stands for this in notes, which may outlive it. */
  private final Object token = new Object();

  private static final int[][] NOTHING = {};

  private final boolean ofPrincipal;
  private final int place;
  private final boolean readsAncestors;
  private final Node[] guards;
  private final Tokens[] attributes;
  private final MaskPart masks;

  /**
   * @param place where its facts stand among those of all sides of the entity's type
   */
  Side(
      boolean ofPrincipal,
      int place,
      boolean readsAncestors,
      Node[] guards,
      Tokens[] attributes,
      MaskPart masks) {
    this.ofPrincipal = ofPrincipal;
    this.place = place;
    this.readsAncestors = readsAncestors;
    this.guards = guards;
    this.attributes = attributes;
    this.masks = masks;
  }

  /** What is known on a view. */
  OwnFacts facts(View view) {
    EntityNode node = ofPrincipal ? view.principalNode : view.resourceNode;
    if (node == null) {
      return workOut(view);
    }
    Notes notes = node.note() instanceof Notes left ? left : Notes.EMPTY;
    OwnFacts known = notes.at(place);
    if (known != null && known.side == token && isOf(known, view)) {
      return known;
    }
    OwnFacts facts = workOut(view);
    if (facts.hierarchy != view.entities) {
      node.leave(notes.with(place, facts));
    }
    return facts;
  }

  private static boolean isOf(OwnFacts known, View view) {
    return known.hierarchy == null || known.hierarchy == hierarchy(view);
  }

  private static Object hierarchy(View view) {
    return view.entities.hierarchy();
  }

  private OwnFacts workOut(View view) {
    @Nullable Object hierarchy = readsAncestors ? hierarchy(view) : null;
    try {
      Guards.probe(guards, view, Moment.TIMELESS_PROBE);
      long left = masks.left(-1L, view, Moment.TIMELESS);
      long leaves = masks.passed(left, view, Moment.TIMELESS);
      int[][] tokens = Tokens.of(attributes, view, Moment.TIMELESS);
      return new OwnFacts(token, hierarchy, leaves, tokens, false);
    } catch (FaultSignal fault) {
      return new OwnFacts(token, hierarchy, 0, NOTHING, true);
    }
  }
}
