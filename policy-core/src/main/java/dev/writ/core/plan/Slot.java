package dev.writ.core.plan;

import dev.writ.core.model.Value;
import org.jspecify.annotations.Nullable;

/** An attribute whose value a view keeps. */
final class Slot extends Node {
  private final Slots slots;
  private final int place;
  private final Node attribute;

  Slot(Slots slots, int place, Node attribute) {
    super(attribute.type);
    this.slots = slots;
    this.place = place;
    this.attribute = attribute;
  }

  @Override
  @Nullable Value value(View view, Moment moment, Value[] locals) {
    if (view.slots != slots) {
      return attribute.value(view, moment, locals);
    }
    Value kept = view.kept[place];
    return kept == null ? read(view, moment, locals) : kept;
  }

  private @Nullable Value read(View view, Moment moment, Value[] locals) {
    Value value = attribute.value(view, moment, locals);
    view.kept[place] = value;
    return value;
  }
}
