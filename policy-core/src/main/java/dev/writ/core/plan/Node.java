package dev.writ.core.plan;

import dev.writ.core.decision.Truth;
import dev.writ.core.model.BoolValue;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import org.jspecify.annotations.Nullable;

/** An expression, resolved: nothing in it is looked up by name any more. Immutable. */
abstract class Node {
  static final Value[] NO_LOCALS = {};

  /** Its type as far as the schema tells; null where it does not. */
  final @Nullable Type type;

  Node(@Nullable Type type) {
    this.type = type;
  }

  /** Its value on a view, or null where it has none; why is told to the moment. */
  abstract @Nullable Value value(View view, Moment moment, Value[] locals);

  /** Its truth on a view, as a condition. */
  Truth truth(View view, Moment moment, Value[] locals) {
    Value value = value(view, moment, locals);
    if (value instanceof BoolValue bool) {
      return bool.value() ? Truth.TRUE : Truth.FALSE;
    }
    if (value != null) {
      moment.illTyped("condition");
    }
    return Truth.ERROR;
  }

  static BoolValue bool(boolean value) {
    return value ? BoolValue.TRUE : BoolValue.FALSE;
  }
}
