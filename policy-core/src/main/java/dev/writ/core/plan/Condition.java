package dev.writ.core.plan;

import dev.writ.core.decision.Truth;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import org.jspecify.annotations.Nullable;

/** An expression that is told by its truth. */
abstract class Condition extends Node {

  Condition() {
    super(Type.Scalar.BOOL);
  }

  @Override
  final @Nullable Value value(View view, Moment moment, Value[] locals) {
    Truth truth = truth(view, moment, locals);
    return truth == Truth.ERROR ? null : bool(truth == Truth.TRUE);
  }

  @Override
  abstract Truth truth(View view, Moment moment, Value[] locals);
}
