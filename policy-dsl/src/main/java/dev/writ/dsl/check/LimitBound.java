package dev.writ.dsl.check;

import dev.writ.core.model.Type;
import dev.writ.dsl.ast.DecimalLiteral;
import dev.writ.dsl.ast.IntLiteral;
import dev.writ.dsl.ast.LimitDecl;
import dev.writ.dsl.check.expression.Problems;
import dev.writ.dsl.source.DiagnosticCode;
import org.jspecify.annotations.Nullable;

/**
 * The bound of a limit.
 *
 * @param type Int or Decimal
 * @param most the bound in ones, or in ten-thousandths of a Decimal
 */
record LimitBound(Type type, long most) {

  /** Returns the bound that a limit writes, or null after reporting. */
  static @Nullable LimitBound of(LimitDecl limit, Problems problems) {
    if (limit.atMost() instanceof IntLiteral whole && whole.value() >= 0) {
      return new LimitBound(Type.Scalar.INT, whole.value());
    }
    if (limit.atMost() instanceof DecimalLiteral decimal && decimal.value().signum() >= 0) {
      return decimal(limit, decimal, problems);
    }
    problems.error(
        DiagnosticCode.INVALID_BOUND, limit.atMost().span(), "a bound cannot be negative");
    return null;
  }

  private static @Nullable LimitBound decimal(
      LimitDecl limit, DecimalLiteral decimal, Problems problems) {
    if (limit.measure() == null) {
      problems.error(
          DiagnosticCode.INVALID_LIMIT_AMOUNT,
          decimal.span(),
          "requests are counted in whole numbers",
          "write what is summed up, as in `at most 500.00 of args.amount`");
      return null;
    }
    try {
      return new LimitBound(
          Type.Scalar.DECIMAL, decimal.value().movePointRight(4).longValueExact());
    } catch (ArithmeticException e) {
      problems.error(
          DiagnosticCode.NUMBER_OUT_OF_RANGE, decimal.span(), "the bound does not fit a `Decimal`");
      return null;
    }
  }
}
