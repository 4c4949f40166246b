package dev.writ.core.plan;

import dev.writ.core.model.Value;
import org.jspecify.annotations.Nullable;

/** An attribute whose value is kept once it was read. */
final class Slot extends Node {
  private final Slots slots;
  private final Basis basis;
  private final int place;
  private final Node attribute;

  Slot(Slots slots, Basis basis, int place, Node attribute) {
    super(attribute.type);
    this.slots = slots;
    this.basis = basis;
    this.place = place;
    this.attribute = attribute;
  }

  @Override
  @Nullable Value value(View view, Moment moment, Value[] locals) {
    @Nullable Value @Nullable [] places = view.slots == slots ? view.places(basis) : null;
    if (places == null) {
      return attribute.value(view, moment, locals);
    }
    Value kept = places[place];
    if (kept == null) {
      kept = attribute.value(view, moment, locals);
      places[place] = kept;
    }
    return kept;
  }
}
