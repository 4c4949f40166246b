package dev.writ.core.reference;

import dev.writ.core.ir.Expr.Arithmetic;
import dev.writ.core.ir.Expr.Comparison;
import dev.writ.core.model.DecimalValue;
import dev.writ.core.model.DurationValue;
import dev.writ.core.model.EnumValue;
import dev.writ.core.model.InstantValue;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.Value;
import java.util.OptionalLong;

/** Comparison and checked arithmetic: whatever leaves 64 bits is an error. */
final class Numbers {

  private Numbers() {}

  static Result compare(Comparison op, Value left, Value right, Faults faults) {
    return switch (op) {
      case EQ -> Result.of(left.equals(right));
      case NE -> Result.of(!left.equals(right));
      case LT, LE, GT, GE -> order(op, left, right, faults);
    };
  }

  /** Whether {@code left op right}. */
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

  private static Result order(Comparison op, Value left, Value right, Faults faults) {
    OptionalLong a = rank(left);
    OptionalLong b = rank(right);
    if (!sameKind(left, right) || a.isEmpty() || b.isEmpty()) {
      return faults.illTyped("comparison");
    }
    return Result.of(holds(op, a.getAsLong(), b.getAsLong()));
  }

  /** The number by which a value is ordered; empty for values without an order. */
  static OptionalLong rank(Value value) {
    if (value instanceof IntValue number) {
      return OptionalLong.of(number.value());
    }
    if (value instanceof DecimalValue decimal) {
      return OptionalLong.of(decimal.scaled());
    }
    if (value instanceof InstantValue instant) {
      return OptionalLong.of(instant.epochMillis());
    }
    if (value instanceof DurationValue duration) {
      return OptionalLong.of(duration.millis());
    }
    if (value instanceof EnumValue word && word.type().ordered()) {
      return OptionalLong.of(word.ordinal());
    }
    return OptionalLong.empty();
  }

  private static boolean sameKind(Value left, Value right) {
    if (left instanceof EnumValue a && right instanceof EnumValue b) {
      return a.type().equals(b.type());
    }
    return left.getClass() == right.getClass();
  }

  static Result arithmetic(Arithmetic op, Value left, Value right, Faults faults) {
    try {
      if (left instanceof IntValue a && right instanceof IntValue b) {
        return Result.of(new IntValue(exact(op, a.value(), b.value())));
      }
      if (left instanceof DecimalValue a && right instanceof DecimalValue b) {
        return Result.of(new DecimalValue(exact(op, a.scaled(), b.scaled())));
      }
      if (left instanceof DurationValue a && right instanceof DurationValue b) {
        return Result.of(new DurationValue(exact(op, a.millis(), b.millis())));
      }
      if (left instanceof InstantValue a && right instanceof DurationValue b) {
        return Result.of(new InstantValue(exact(op, a.epochMillis(), b.millis())));
      }
      if (left instanceof InstantValue a
          && right instanceof InstantValue b
          && op == Arithmetic.SUB) {
        return Result.of(new DurationValue(exact(op, a.epochMillis(), b.epochMillis())));
      }
      return faults.illTyped(sign(op));
    } catch (ArithmeticException overflow) {
      return faults.fail(Fault.Kind.OVERFLOW, sign(op));
    }
  }

  static Result times(Value operand, long factor, Faults faults) {
    try {
      if (operand instanceof IntValue a) {
        return Result.of(new IntValue(Math.multiplyExact(a.value(), factor)));
      }
      if (operand instanceof DecimalValue a) {
        return Result.of(new DecimalValue(Math.multiplyExact(a.scaled(), factor)));
      }
      if (operand instanceof DurationValue a) {
        return Result.of(new DurationValue(Math.multiplyExact(a.millis(), factor)));
      }
      return faults.illTyped("*");
    } catch (ArithmeticException overflow) {
      return faults.fail(Fault.Kind.OVERFLOW, "*");
    }
  }

  /** Whether {@code from <= operand < to}. */
  static Result between(Value operand, Value from, Value to, Faults faults) {
    Result lower = compare(Comparison.LE, from, operand, faults);
    Result upper = compare(Comparison.LT, operand, to, faults);
    return lower.then(
        a -> upper.then(b -> Result.of(a.equals(Result.YES) && b.equals(Result.YES))));
  }

  private static long exact(Arithmetic op, long left, long right) {
    return op == Arithmetic.ADD ? Math.addExact(left, right) : Math.subtractExact(left, right);
  }

  private static String sign(Arithmetic op) {
    return op == Arithmetic.ADD ? "+" : "-";
  }
}
