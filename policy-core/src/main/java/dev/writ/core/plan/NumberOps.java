package dev.writ.core.plan;

import dev.writ.core.ir.Expr.Arithmetic;
import dev.writ.core.ir.Expr.Comparison;
import dev.writ.core.model.DecimalValue;
import dev.writ.core.model.DurationValue;
import dev.writ.core.model.EnumValue;
import dev.writ.core.model.InstantValue;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import org.jspecify.annotations.Nullable;

/** Comparison and checked arithmetic: what leaves 64 bits has no value. */
final class NumberOps {

  private NumberOps() {}

  static @Nullable Value compare(Comparison op, Value left, Value right, Moment moment) {
    return switch (op) {
      case EQ -> Node.bool(left.equals(right));
      case NE -> Node.bool(!left.equals(right));
      case LT, LE, GT, GE -> order(op, left, right, moment);
    };
  }

  private static @Nullable Value order(Comparison op, Value left, Value right, Moment moment) {
    return ordered(left) && sameKind(left, right)
        ? Node.bool(holds(op, rank(left), rank(right)))
        : moment.illTyped("comparison");
  }

  static boolean holds(Comparison op, long left, long right) {
    return switch (op) {
      case EQ -> left == right;
      case NE -> left != right;
      case LT -> left < right;
      case LE -> left <= right;
      case GT -> left > right;
      case GE -> left >= right;
    };
  }

  private static boolean ordered(Value value) {
    return value instanceof IntValue
        || value instanceof DecimalValue
        || value instanceof InstantValue
        || value instanceof DurationValue
        || (value instanceof EnumValue word && word.type().ordered());
  }

  private static boolean sameKind(Value left, Value right) {
    if (left instanceof EnumValue a && right instanceof EnumValue b) {
      return a.type().equals(b.type());
    }
    return left.getClass() == right.getClass();
  }

  /** The number by which an ordered value stands in its order. */
  static long rank(Value value) {
    if (value instanceof IntValue number) {
      return number.value();
    }
    if (value instanceof DecimalValue decimal) {
      return decimal.scaled();
    }
    if (value instanceof InstantValue instant) {
      return instant.epochMillis();
    }
    return value instanceof DurationValue duration
        ? duration.millis()
        : ((EnumValue) value).ordinal();
  }

  /** Whether values of these types can be put in order. */
  static boolean areOrdered(@Nullable Type left, @Nullable Type right) {
    boolean scalar =
        left == Type.Scalar.INT
            || left == Type.Scalar.DECIMAL
            || left == Type.Scalar.INSTANT
            || left == Type.Scalar.DURATION;
    boolean word = left instanceof Type.EnumType type && type.ordered();
    return left != null && left.equals(right) && (scalar || word);
  }

  static @Nullable Value between(Value operand, Value from, Value to, Moment moment) {
    Value lower = compare(Comparison.LE, from, operand, moment);
    Value upper = compare(Comparison.LT, operand, to, moment);
    boolean yes = Node.bool(true).equals(lower) && Node.bool(true).equals(upper);
    return lower == null || upper == null ? null : Node.bool(yes);
  }

  static @Nullable Value arithmetic(Arithmetic op, Value left, Value right, Moment moment) {
    try {
      if (left instanceof IntValue a && right instanceof IntValue b) {
        return new IntValue(exact(op, a.value(), b.value()));
      }
      if (left instanceof DecimalValue a && right instanceof DecimalValue b) {
        return new DecimalValue(exact(op, a.scaled(), b.scaled()));
      }
      if (left instanceof DurationValue a && right instanceof DurationValue b) {
        return new DurationValue(exact(op, a.millis(), b.millis()));
      }
      if (left instanceof InstantValue a && right instanceof DurationValue b) {
        return new InstantValue(exact(op, a.epochMillis(), b.millis()));
      }
      if (left instanceof InstantValue a
          && right instanceof InstantValue b
          && op == Arithmetic.SUB) {
        return new DurationValue(exact(op, a.epochMillis(), b.epochMillis()));
      }
      return moment.illTyped(sign(op));
    } catch (ArithmeticException overflow) {
      return moment.fault(FaultKind.OVERFLOW, sign(op));
    }
  }

  static @Nullable Type typeOf(Arithmetic op, @Nullable Type left, @Nullable Type right) {
    boolean instant = left == Type.Scalar.INSTANT;
    if (instant && right == Type.Scalar.DURATION) {
      return left;
    }
    if (instant && right == Type.Scalar.INSTANT && op == Arithmetic.SUB) {
      return Type.Scalar.DURATION;
    }
    boolean number =
        left == Type.Scalar.INT || left == Type.Scalar.DECIMAL || left == Type.Scalar.DURATION;
    return number && left == right ? left : null;
  }

  static @Nullable Value times(Value operand, long factor, Moment moment) {
    try {
      if (operand instanceof IntValue a) {
        return new IntValue(Math.multiplyExact(a.value(), factor));
      }
      if (operand instanceof DecimalValue a) {
        return new DecimalValue(Math.multiplyExact(a.scaled(), factor));
      }
      if (operand instanceof DurationValue a) {
        return new DurationValue(Math.multiplyExact(a.millis(), factor));
      }
      return moment.illTyped("*");
    } catch (ArithmeticException overflow) {
      return moment.fault(FaultKind.OVERFLOW, "*");
    }
  }

  private static long exact(Arithmetic op, long left, long right) {
    return op == Arithmetic.ADD ? Math.addExact(left, right) : Math.subtractExact(left, right);
  }

  private static String sign(Arithmetic op) {
    return op == Arithmetic.ADD ? "+" : "-";
  }
}
