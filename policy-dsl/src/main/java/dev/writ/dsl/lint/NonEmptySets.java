package dev.writ.dsl.lint;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.SetValue;
import java.util.List;

/** Which sets cannot be empty, by their type or by what is known beside them. */
final class NonEmptySets {
  private final SlotTypes types;
  private final List<Expr> known;

  NonEmptySets(SlotTypes types, List<Expr> known) {
    this.types = types;
    this.known = known;
  }

  /** Returns whether a set has an element for certain. */
  boolean hasElements(Expr.QuantifiedSet quantified) {
    Expr set = quantified.set();
    if (known.stream().anyMatch(fact -> tells(fact, set))) {
      return true;
    }
    if (set instanceof Expr.SetOf list) {
      return !list.elements().isEmpty();
    }
    if (set instanceof Expr.Const constant && constant.value() instanceof SetValue value) {
      return !value.elements().isEmpty();
    }
    return quantified.presence() == null && types.isFilled(set);
  }

  private static boolean tells(Expr fact, Expr set) {
    if (fact instanceof Expr.Compare compare) {
      return compare.left().equals(new Expr.Size(set))
          && compare.right() instanceof Expr.Const constant
          && constant.value() instanceof IntValue number
          && excludesZero(compare.op(), number.value());
    }
    if (fact instanceof Expr.Contains contains) {
      return contains.set().equals(set);
    }
    if (fact instanceof Expr.ContainsEach contains) {
      return !contains.all() && contains.set().equals(set);
    }
    if (fact instanceof Expr.InEntitySet in) {
      return in.groups().equals(set);
    }
    return fact instanceof Expr.Quantified any
        && !any.every()
        && any.sets().size() == 1
        && any.sets().get(0).set().equals(set);
  }

  private static boolean excludesZero(Expr.Comparison op, long number) {
    return switch (op) {
      case EQ -> number != 0;
      case NE -> number == 0;
      case GT -> number >= 0;
      case GE -> number > 0;
      case LT -> number <= 0;
      case LE -> number < 0;
    };
  }
}
