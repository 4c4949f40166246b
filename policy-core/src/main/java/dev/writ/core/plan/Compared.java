package dev.writ.core.plan;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Expr.Comparison;
import dev.writ.core.model.EnumValue;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import org.jspecify.annotations.Nullable;

/** Comparisons whose operands are certainly of types that they compare. */
final class Compared {

  private Compared() {}

  /** Whether two values are equal, or are not. */
  static final class Equality extends Condition {
    private final Node left;
    private final Node right;
    private final boolean equal;

    Equality(Node left, Node right, boolean equal) {
      this.left = left;
      this.right = right;
      this.equal = equal;
    }

    @Override
    Truth truth(View view, Moment moment, Value[] locals) {
      Value a = left.value(view, moment, locals);
      Value b = right.value(view, moment, locals);
      return a == null || b == null ? Truth.ERROR : Truth.of(a.equals(b) == equal);
    }
  }

  /** How two values of one ordered type stand to each other. */
  static final class Order extends Condition {
    private final Comparison op;
    private final Node left;
    private final Node right;
    private final Rank rank;

    Order(Comparison op, Node left, Node right) {
      this.op = op;
      this.left = left;
      this.right = right;
      this.rank = rank(left.type);
    }

    @Override
    Truth truth(View view, Moment moment, Value[] locals) {
      Value a = left.value(view, moment, locals);
      Value b = right.value(view, moment, locals);
      return a == null || b == null
          ? Truth.ERROR
          : Truth.of(NumberOps.holds(op, rank.of(a), rank.of(b)));
    }
  }

  /** The number by which a value stands in its order. */
  @FunctionalInterface
  private interface Rank {
    long of(Value value);
  }

  private static Rank rank(@Nullable Type type) {
    if (type == Type.Scalar.INT) {
      return value -> value instanceof IntValue number ? number.value() : NumberOps.rank(value);
    }
    return type instanceof Type.EnumType
        ? value -> value instanceof EnumValue word ? word.ordinal() : NumberOps.rank(value)
        : NumberOps::rank;
  }
}
