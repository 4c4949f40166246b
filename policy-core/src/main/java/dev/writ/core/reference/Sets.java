package dev.writ.core.reference;

import dev.writ.core.model.IntValue;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Value;

/** The operators on sets. */
final class Sets {

  private Sets() {}

  static Result contains(Value set, Value element, Faults faults) {
    return set instanceof SetValue s
        ? Result.of(s.elements().contains(element))
        : faults.illTyped("contains");
  }

  static Result containsAll(Value set, Value elements, Faults faults) {
    return set instanceof SetValue s && elements instanceof SetValue e
        ? Result.of(s.elements().containsAll(e.elements()))
        : faults.illTyped("contains all");
  }

  static Result containsAny(Value set, Value elements, Faults faults) {
    return set instanceof SetValue s && elements instanceof SetValue e
        ? Result.of(e.elements().stream().anyMatch(s.elements()::contains))
        : faults.illTyped("contains any");
  }

  static Result size(Value set, Faults faults) {
    return set instanceof SetValue s
        ? Result.of(new IntValue(s.elements().size()))
        : faults.illTyped("size");
  }
}
