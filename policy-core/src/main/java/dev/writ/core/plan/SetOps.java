package dev.writ.core.plan;

import dev.writ.core.model.IntValue;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Value;
import org.jspecify.annotations.Nullable;

/** The operators on sets. */
final class SetOps {

  private SetOps() {}

  static @Nullable Value contains(Value set, Value element, Moment moment) {
    return set instanceof SetValue s
        ? Node.bool(s.elements().contains(element))
        : moment.illTyped("contains");
  }

  static @Nullable Value containsAll(Value set, Value elements, Moment moment) {
    return set instanceof SetValue s && elements instanceof SetValue e
        ? Node.bool(s.elements().containsAll(e.elements()))
        : moment.illTyped("contains all");
  }

  static @Nullable Value containsAny(Value set, Value elements, Moment moment) {
    return set instanceof SetValue s && elements instanceof SetValue e
        ? Node.bool(e.elements().stream().anyMatch(s.elements()::contains))
        : moment.illTyped("contains any");
  }

  static @Nullable Value size(Value set, Moment moment) {
    return set instanceof SetValue s ? new IntValue(s.elements().size()) : moment.illTyped("size");
  }
}
