package dev.writ.dsl.lower;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.BoolValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Builds connectives and takes out constants. Exact in the strong Kleene sense: a false operand
 * makes an {@code and} false whatever errors stand beside it, and only operands that change nothing
 * are left out.
 */
final class Folding {
  private static final Expr YES = Expr.yes();
  private static final Expr NO = Expr.no();

  private Folding() {}

  static Expr and(List<Expr> operands) {
    if (operands.contains(NO)) {
      return NO;
    }
    List<Expr> kept = new ArrayList<>(operands);
    kept.removeIf(YES::equals);
    return Expr.all(kept.isEmpty() ? List.of(YES) : kept);
  }

  static Expr or(List<Expr> operands) {
    if (operands.contains(YES)) {
      return YES;
    }
    List<Expr> kept = new ArrayList<>(operands);
    kept.removeIf(NO::equals);
    if (kept.isEmpty()) {
      return NO;
    }
    return kept.size() == 1 ? kept.get(0) : new Expr.Or(kept);
  }

  static Expr not(Expr operand) {
    if (operand instanceof Expr.Const constant && constant.value() instanceof BoolValue bool) {
      return bool.value() ? NO : YES;
    }
    return new Expr.Not(operand);
  }

  /** A conditional; a branch is built only where it can be taken. */
  static Expr conditional(Expr condition, Supplier<Expr> then, Supplier<Expr> otherwise) {
    if (condition.equals(YES)) {
      return then.get();
    }
    return condition.equals(NO)
        ? otherwise.get()
        : new Expr.If(condition, then.get(), otherwise.get());
  }
}
