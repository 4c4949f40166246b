package dev.writ.core.plan;

import dev.writ.core.model.SetValue;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operators that have a value only where all their operands have one. */
final class Strict {

  private Strict() {}

  /** What an operator makes of one value. */
  @FunctionalInterface
  interface One {
    @Nullable Value apply(Value a, View view, Moment moment);
  }

  /** What an operator makes of two values. */
  @FunctionalInterface
  interface Two {
    @Nullable Value apply(Value a, Value b, View view, Moment moment);
  }

  static final class OfOne extends Node {
    private final Node operand;
    private final One operator;

    OfOne(@Nullable Type type, Node operand, One operator) {
      super(type);
      this.operand = operand;
      this.operator = operator;
    }

    @Override
    @Nullable Value value(View view, Moment moment, Value[] locals) {
      Value a = operand.value(view, moment, locals);
      return a == null ? null : operator.apply(a, view, moment);
    }
  }

  static final class OfTwo extends Node {
    private final Node left;
    private final Node right;
    private final Two operator;

    OfTwo(@Nullable Type type, Node left, Node right, Two operator) {
      super(type);
      this.left = left;
      this.right = right;
      this.operator = operator;
    }

    @Override
    @Nullable Value value(View view, Moment moment, Value[] locals) {
      Value a = left.value(view, moment, locals);
      Value b = right.value(view, moment, locals);
      return a == null || b == null ? null : operator.apply(a, b, view, moment);
    }
  }

  /** A set built from expressions. */
  static final class SetOf extends Node {
    private final Node[] elements;

    SetOf(@Nullable Type type, List<Node> elements) {
      super(type);
      this.elements = elements.toArray(Node[]::new);
    }

    @Override
    @Nullable Value value(View view, Moment moment, Value[] locals) {
      Set<Value> values = new LinkedHashSet<>();
      boolean failed = false;
      for (Node element : elements) {
        Value value = element.value(view, moment, locals);
        failed |= value == null;
        if (value != null) {
          values.add(value);
        }
      }
      return failed ? null : new SetValue(values);
    }
  }

  static final class Const extends Node {
    final Value value;

    Const(@Nullable Type type, Value value) {
      super(type);
      this.value = value;
    }

    @Override
    Value value(View view, Moment moment, Value[] locals) {
      return value;
    }
  }
}
