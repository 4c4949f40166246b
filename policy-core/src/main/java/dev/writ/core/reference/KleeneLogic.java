package dev.writ.core.reference;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprVisitor;
import dev.writ.core.model.BoolValue;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Value;

/**
 * The operators that may have a value where an operand is an error: {@code and or not any every}
 * are strong Kleene and commutative; {@code if} with an error as condition is an error, else the
 * chosen branch alone counts.
 *
 * <p>Operands of the former are all evaluated, whatever the first ones come to, so that each error
 * and each time condition is seen.
 */
abstract class KleeneLogic implements ExprVisitor<Result> {
  final Notes notes;
  final Trace trace;

  KleeneLogic(Notes notes, Trace trace) {
    this.notes = notes;
    this.trace = trace;
  }

  /** The evaluator of what is in the scope of a variable. */
  abstract KleeneLogic with(String local, Value value);

  /** The value of the expression. */
  final Result value(Expr expr) {
    trace.enter(expr);
    Result result = expr.accept(this);
    trace.leave(expr, result);
    return result;
  }

  /** The truth of a condition. */
  final Truth truth(Expr condition) {
    if (value(condition) instanceof Result.Found found) {
      if (found.value() instanceof BoolValue bool) {
        return Truth.of(bool.value());
      }
      notes.illTyped("condition");
    }
    return Truth.ERROR;
  }

  /** The value of a condition of this truth, whose errors are noted already. */
  static Result result(Truth truth) {
    return truth == Truth.ERROR ? Result.error() : Result.of(truth == Truth.TRUE);
  }

  @Override
  public final Result visitNot(Expr.Not expr) {
    return result(truth(expr.operand()).not());
  }

  @Override
  public final Result visitAnd(Expr.And expr) {
    Truth truth = Truth.TRUE;
    for (Expr operand : expr.operands()) {
      truth = truth.and(truth(operand));
    }
    return result(truth);
  }

  @Override
  public final Result visitOr(Expr.Or expr) {
    Truth truth = Truth.FALSE;
    for (Expr operand : expr.operands()) {
      truth = truth.or(truth(operand));
    }
    return result(truth);
  }

  @Override
  public final Result visitIf(Expr.If expr) {
    return switch (truth(expr.condition())) {
      case TRUE -> value(expr.then());
      case FALSE -> value(expr.otherwise());
      case ERROR -> Result.error();
    };
  }

  @Override
  public final Result visitQuantified(Expr.Quantified expr) {
    Truth truth = Truth.of(expr.every());
    for (Expr.QuantifiedSet set : expr.sets()) {
      Truth here = quantified(expr, set);
      truth = expr.every() ? truth.and(here) : truth.or(here);
    }
    return result(truth);
  }

  /** The quantifier over one of its sets; one that is absent counts as empty. */
  private Truth quantified(Expr.Quantified expr, Expr.QuantifiedSet set) {
    Truth present = set.presence() == null ? Truth.TRUE : truth(set.presence());
    if (present != Truth.TRUE) {
      return present == Truth.ERROR ? Truth.ERROR : Truth.of(expr.every());
    }
    if (!(value(set.set()) instanceof Result.Found found)) {
      return Truth.ERROR;
    }
    if (!(found.value() instanceof SetValue elements)) {
      notes.illTyped("any or every");
      return Truth.ERROR;
    }
    Truth truth = Truth.of(expr.every());
    for (Value element : elements.elements()) {
      Truth here = with(expr.local(), element).truth(expr.body());
      truth = expr.every() ? truth.and(here) : truth.or(here);
    }
    return truth;
  }
}
