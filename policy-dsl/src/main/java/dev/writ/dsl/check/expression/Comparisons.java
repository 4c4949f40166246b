package dev.writ.dsl.check.expression;

import dev.writ.core.model.Type;
import dev.writ.dsl.ast.Between;
import dev.writ.dsl.ast.Comparison;
import dev.writ.dsl.ast.ComparisonOperator;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code ==}, {@code <} and the like, and {@code between}: values of one type. */
final class Comparisons {
  private final Checking at;

  Comparisons(Checking at) {
    this.at = at;
  }

  Outcome compare(Comparison node) {
    Times times = new Times(at);
    if (times.concerns(node.left()) || times.concerns(node.right())) {
      return times.comparison(node);
    }
    boolean equality = isEquality(node.operator());
    Operands.Pair pair = new Operands(at).check(node.left(), node.right(), equality);
    if (pair.failed()) {
      return at.bool();
    }
    Type left = Objects.requireNonNull(pair.left().type());
    Type right = Objects.requireNonNull(pair.right().type());
    if (!TypeRules.same(left, right)) {
      mismatch(node, node.left(), left, node.right(), right);
    } else if (equality && !TypeRules.hasEquality(left)) {
      at.error(
          DiagnosticCode.NOT_COMPARABLE,
          node.span(),
          TypeWords.of(left) + " cannot be compared",
          left instanceof Type.MapType ? "compare one tag: `tags[\"name\"]`" : null);
    } else if (!equality) {
      requireOrdered(node, left);
    }
    return at.bool();
  }

  static boolean isEquality(ComparisonOperator operator) {
    return operator == ComparisonOperator.EQUAL || operator == ComparisonOperator.NOT_EQUAL;
  }

  Outcome between(Between node) {
    Times times = new Times(at);
    if (times.concerns(node.operand())) {
      return times.between(node);
    }
    Outcome operand = at.check(node.operand());
    Type low = bound(node, operand.type(), node.low());
    Type high = bound(node, operand.type(), node.high());
    if (operand.type() != null && low != null && high != null) {
      requireOrdered(node, operand.type());
    }
    return at.bool();
  }

  private @Nullable Type bound(Between node, @Nullable Type type, Expression bound) {
    Outcome found = at.check(bound, Wanted.of(type));
    if (type == null || found.type() == null) {
      return null;
    }
    if (!TypeRules.same(type, found.type())) {
      mismatch(bound, node.operand(), type, bound, found.type());
      return null;
    }
    return found.type();
  }

  private void requireOrdered(Expression node, Type type) {
    if (!TypeRules.isOrdered(type)) {
      at.error(
          DiagnosticCode.NOT_ORDERED,
          node.span(),
          TypeWords.of(type) + " has no order",
          type instanceof Type.EnumType
              ? "declare the enum with `<` between its values, or list them: `in [a, b]`"
              : "only `Int`, `Decimal`, `Instant`, `Duration` and ordered enums have one");
    }
  }

  private void mismatch(
      Expression node, Expression left, Type leftType, Expression right, Type rightType) {
    at.error(
        DiagnosticCode.TYPE_MISMATCH,
        node.span(),
        "cannot compare " + TypeWords.of(leftType) + " with " + TypeWords.of(rightType),
        new Conversions(at).help(left, leftType, right, rightType));
  }
}
