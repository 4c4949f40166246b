package dev.writ.dsl.lint;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.BoolValue;
import java.util.List;

/**
 * Conditions with {@code not} pushed inwards: what comes out is true on the same requests. It may
 * be false where the original is an error, or the other way round.
 */
final class NegationNormal {
  private NegationNormal() {}

  /** Returns a condition made of {@code and}, {@code or}, and operands that may be negated. */
  static Expr of(Expr condition) {
    return of(condition, false);
  }

  private static Expr of(Expr expr, boolean negated) {
    if (expr instanceof Expr.Not not) {
      return of(not.operand(), !negated);
    }
    if (expr instanceof Expr.And and) {
      return negated ? new Expr.Or(each(and.operands(), true)) : all(and.operands(), false);
    }
    if (expr instanceof Expr.Or or) {
      return negated ? all(or.operands(), true) : new Expr.Or(each(or.operands(), false));
    }
    if (expr instanceof Expr.If chosen) {
      Expr then = new Expr.And(List.of(of(chosen.condition()), of(chosen.then(), negated)));
      Expr otherwise =
          new Expr.And(List.of(of(chosen.condition(), true), of(chosen.otherwise(), negated)));
      return new Expr.Or(List.of(then, otherwise));
    }
    if (expr instanceof Expr.Between between && !negated) {
      return new Expr.And(
          List.of(
              comparison(new Expr.Compare(Expr.Comparison.GE, between.operand(), between.from())),
              comparison(new Expr.Compare(Expr.Comparison.LT, between.operand(), between.to()))));
    }
    if (expr instanceof Expr.Const constant && constant.value() instanceof BoolValue value) {
      return value.value() == negated ? Expr.no() : Expr.yes();
    }
    if (expr instanceof Expr.Compare compare) {
      return comparison(negated ? inverse(compare) : compare);
    }
    return negated ? new Expr.Not(expr) : expr;
  }

  private static Expr all(List<Expr> operands, boolean negated) {
    return new Expr.And(each(operands, negated));
  }

  private static List<Expr> each(List<Expr> operands, boolean negated) {
    return operands.stream().map(operand -> of(operand, negated)).toList();
  }

  /** Writes constants on the right, and comparisons of two unknowns with as few signs as can be. */
  private static Expr comparison(Expr.Compare compare) {
    if (compare.left() instanceof Expr.Const && !(compare.right() instanceof Expr.Const)) {
      return comparison(new Expr.Compare(mirrored(compare.op()), compare.right(), compare.left()));
    }
    if (compare.right() instanceof Expr.Const constant) {
      return constant.value() instanceof BoolValue value ? truth(compare, value.value()) : compare;
    }
    return switch (compare.op()) {
      case NE, GE, GT -> new Expr.Not(inverse(compare));
      case EQ, LT, LE -> compare;
    };
  }

  private static Expr truth(Expr.Compare compare, boolean value) {
    return of(compare.left(), value != (compare.op() == Expr.Comparison.EQ));
  }

  private static Expr.Compare inverse(Expr.Compare compare) {
    return new Expr.Compare(inverse(compare.op()), compare.left(), compare.right());
  }

  /** Returns the comparison that is true where another is false. */
  static Expr.Comparison inverse(Expr.Comparison op) {
    return switch (op) {
      case EQ -> Expr.Comparison.NE;
      case NE -> Expr.Comparison.EQ;
      case LT -> Expr.Comparison.GE;
      case LE -> Expr.Comparison.GT;
      case GT -> Expr.Comparison.LE;
      case GE -> Expr.Comparison.LT;
    };
  }

  private static Expr.Comparison mirrored(Expr.Comparison op) {
    return switch (op) {
      case EQ, NE -> op;
      case LT -> Expr.Comparison.GT;
      case LE -> Expr.Comparison.GE;
      case GT -> Expr.Comparison.LT;
      case GE -> Expr.Comparison.LE;
    };
  }
}
