package dev.writ.core.plan;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Expr.Comparison;
import dev.writ.core.model.EnumValue;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import org.jspecify.annotations.Nullable;

/**
 * A comparison whose operands are certainly of types that it compares. One class for all kinds, so
 * that whoever asks many of them calls what the JVM knows.
 */
final class Compared extends Condition {
  private final Operand left;
  private final Operand right;
  private final How how;

  /** Whether it is asked if the right one is less than the left one. */
  private final boolean swapped;

  /** Whether what {@link How} tells is to be so. */
  private final boolean asked;

  /** How two values are held against each other: are they equal, is the first less. */
  private enum How {
    EQUAL_TEXTS,
    EQUAL_ENTITIES,
    EQUAL_RANKS,
    EQUAL,
    LESS_NUMBER,
    LESS_WORD,
    LESS
  }

  private Compared(Node left, Node right, How how, boolean swapped, boolean asked) {
    this.left = Operand.of(left);
    this.right = Operand.of(right);
    this.how = how;
    this.swapped = swapped;
    this.asked = asked;
  }

  /** Whether two values are equal, or are not. */
  static Compared equality(Node left, Node right, boolean equal) {
    return new Compared(left, right, equal(left.type, right.type), false, equal);
  }

  private static How equal(@Nullable Type left, @Nullable Type right) {
    if (left == Type.Scalar.STRING && right == Type.Scalar.STRING) {
      return How.EQUAL_TEXTS;
    }
    if (left instanceof Type.EntityType && right instanceof Type.EntityType) {
      return How.EQUAL_ENTITIES;
    }
    boolean words = left instanceof Type.EnumType && left.equals(right);
    return words || NumberOps.areOrdered(left, right) ? How.EQUAL_RANKS : How.EQUAL;
  }

  /**
   * How two values of one ordered type stand to each other.
   *
   * @throws IllegalArgumentException if no order is asked for
   */
  static Compared order(Comparison op, Node left, Node right) {
    How how = less(left.type);
    return switch (op) {
      case LT -> new Compared(left, right, how, false, true);
      case GE -> new Compared(left, right, how, false, false);
      case GT -> new Compared(left, right, how, true, true);
      case LE -> new Compared(left, right, how, true, false);
      case EQ, NE -> throw new IllegalArgumentException("no order: " + op);
    };
  }

  private static How less(@Nullable Type type) {
    if (type == Type.Scalar.INT) {
      return How.LESS_NUMBER;
    }
    return type instanceof Type.EnumType ? How.LESS_WORD : How.LESS;
  }

  /** Whether it asks which one is less, else whether both are equal. */
  boolean isOrder() {
    return how.compareTo(How.LESS_NUMBER) >= 0;
  }

  /** Whether the ranks of its operands tell it. */
  boolean isRanked() {
    return isOrder() || how == How.EQUAL_RANKS;
  }

  /** Whether it asks if values are equal whose hashes are at hand. */
  boolean isHashed() {
    return how == How.EQUAL_TEXTS || how == How.EQUAL_ENTITIES;
  }

  /** What it asks to be less than, or equal to, the {@link #second}. */
  Operand first() {
    return swapped ? right : left;
  }

  Operand second() {
    return swapped ? left : right;
  }

  /** Whether that is to be so. */
  boolean asked() {
    return asked;
  }

  @Override
  Truth truth(View view, Moment moment, Value[] locals) {
    Value a = left.value(view, moment, locals);
    Value b = right.value(view, moment, locals);
    return a == null || b == null
        ? Truth.ERROR
        : Truth.of((swapped ? holds(b, a) : holds(a, b)) == asked);
  }

  /** Whether {@link #first} and {@link #second} are held to be so, before it is {@link #asked}. */
  boolean holds(Value a, Value b) {
    return a == b ? !isOrder() : isSo(a, b);
  }

  private boolean isSo(Value a, Value b) {
    return switch (how) {
      case EQUAL_TEXTS ->
          (a instanceof StringValue x && b instanceof StringValue y)
              ? x.value().equals(y.value())
              : a.equals(b);
      case EQUAL_ENTITIES, EQUAL_RANKS, EQUAL -> a.equals(b);
      case LESS_NUMBER ->
          (a instanceof IntValue x && b instanceof IntValue y)
              ? x.value() < y.value()
              : NumberOps.rank(a) < NumberOps.rank(b);
      case LESS_WORD ->
          (a instanceof EnumValue x && b instanceof EnumValue y)
              ? x.ordinal() < y.ordinal()
              : NumberOps.rank(a) < NumberOps.rank(b);
      case LESS -> NumberOps.rank(a) < NumberOps.rank(b);
    };
  }
}
