package dev.writ.core.plan;

import dev.writ.core.model.EntityNode;
import dev.writ.core.model.Value;
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
  private final Slots slots;
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
      Slots slots,
      Node[] guards,
      Tokens[] attributes,
      MaskPart masks) {
    this.ofPrincipal = ofPrincipal;
    this.place = place;
    this.readsAncestors = readsAncestors;
    this.slots = slots;
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
      view.know(ofPrincipal, known);
      return known;
    }
    OwnFacts facts = workOut(view);
    if (facts.above == null || facts.above.hierarchy() != view.entities) {
      node.leave(notes.with(place, facts));
    }
    return facts;
  }

  private static boolean isOf(OwnFacts known, View view) {
    return known.above == null || known.above.hierarchy() == view.entities.hierarchy();
  }

  private OwnFacts workOut(View view) {
    OwnFacts.@Nullable Above above = readsAncestors ? above(view) : null;
    @Nullable Value[] values = slots.places(ofPrincipal ? Basis.PRINCIPAL : Basis.RESOURCE);
    view.keep(ofPrincipal, values);
    try {
      Guards.probe(guards, view, Moment.TIMELESS_PROBE);
      long left = masks.left(-1L, view, Moment.TIMELESS);
      long leaves = masks.passed(left, view, Moment.TIMELESS);
      int[][] tokens = Tokens.of(attributes, view, Moment.TIMELESS);
      return new OwnFacts(token, above, values, leaves, tokens, false);
    } catch (FaultSignal fault) {
      return new OwnFacts(token, above, values, 0, NOTHING, true);
    }
  }

  private OwnFacts.Above above(View view) {
    return new OwnFacts.Above(
        view.entities.hierarchy(), view.ancestors(ofPrincipal ? view.principal : view.resource));
  }
}
