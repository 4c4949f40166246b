package dev.writ.dsl.check.expression;

import dev.writ.core.model.DurationValue;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.Type;
import dev.writ.core.model.Type.Scalar;
import dev.writ.dsl.ast.Arithmetic;
import dev.writ.dsl.ast.ArithmeticOperator;
import dev.writ.dsl.ast.DecimalLiteral;
import dev.writ.dsl.ast.DurationLiteral;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.IntLiteral;
import dev.writ.dsl.ast.Negate;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code + - *}: on numbers, durations and instants. */
final class Numbers {
  private static final Set<Type> AMOUNTS = Set.of(Scalar.INT, Scalar.DECIMAL, Scalar.DURATION);

  private final Checking at;

  Numbers(Checking at) {
    this.at = at;
  }

  Outcome arithmetic(Arithmetic node) {
    if (new Times(at).concerns(node)) {
      return new Times(at).misplaced(node.span());
    }
    return node.operator() == ArithmeticOperator.MULTIPLY ? product(node) : sum(node);
  }

  private Outcome sum(Arithmetic node) {
    Outcome left = at.check(node.left());
    Outcome right = at.check(node.right());
    if (left.type() == null || right.type() == null) {
      return at.failed();
    }
    boolean minus = node.operator() == ArithmeticOperator.SUBTRACT;
    Type type = sum(left.type(), minus, right.type());
    if (type == null) {
      String sign = node.operator().symbol();
      at.error(
          DiagnosticCode.OPERAND_TYPE,
          node.span(),
          "`"
              + sign
              + "` does not take "
              + TypeWords.of(left.type())
              + " and "
              + TypeWords.of(right.type()),
          sumHelp(node, left.type(), right.type()));
      return at.failed();
    }
    return Outcome.of(type, at.flow()).reading(Math.max(left.reads(), right.reads()));
  }

  private static @Nullable Type sum(Type left, boolean minus, Type right) {
    if (left == Scalar.INSTANT) {
      if (right == Scalar.DURATION) {
        return Scalar.INSTANT;
      }
      return minus && right == Scalar.INSTANT ? Scalar.DURATION : null;
    }
    return left == right && AMOUNTS.contains(left) ? left : null;
  }

  private @Nullable String sumHelp(Arithmetic node, Type left, Type right) {
    if (left == Scalar.DURATION && right == Scalar.INSTANT) {
      return "put the instant first: `"
          + at.text(node.right().span())
          + " + "
          + at.text(node.left().span())
          + "`";
    }
    if (left == Scalar.STRING || right == Scalar.STRING) {
      return "strings cannot be put together; compare the parts";
    }
    return new Conversions(at).help(node.left(), left, node.right(), right);
  }

  private Outcome product(Arithmetic node) {
    Long right = factor(node.right());
    if (right != null) {
      return scaled(node, "*", node.left(), right);
    }
    Long left = factor(node.left());
    if (left != null) {
      return scaled(node, "*", node.right(), left);
    }
    at.check(node.left());
    at.check(node.right());
    at.error(
        DiagnosticCode.FACTOR_NOT_LITERAL,
        node.span(),
        "`*` takes a literal `Int` on one side",
        node.right() instanceof DecimalLiteral || node.left() instanceof DecimalLiteral
            ? "there is no product with a fraction; compare a multiple of the other side"
            : null);
    return at.failed();
  }

  private Outcome scaled(Expression node, String sign, Expression operand, long factor) {
    Outcome found = at.check(operand);
    Type type = found.type();
    if (type == null) {
      return at.failed();
    }
    if (!AMOUNTS.contains(type)) {
      at.error(
          DiagnosticCode.OPERAND_TYPE,
          node.span(),
          "`" + sign + "` does not take " + TypeWords.of(type),
          "it takes `Int`, `Decimal` and `Duration`");
      return at.failed();
    }
    at.facts().meaning(node, new Meaning.Scaled(operand, factor));
    return Outcome.of(type, at.flow()).reading(found.reads());
  }

  private static @Nullable Long factor(Expression node) {
    if (node instanceof IntLiteral literal) {
      return literal.value();
    }
    return node instanceof Negate negate && negate.operand() instanceof IntLiteral literal
        ? (Long) (-literal.value())
        : null;
  }

  Outcome negate(Negate node) {
    if (node.operand() instanceof IntLiteral literal) {
      return at.constant(node, new IntValue(-literal.value()), Scalar.INT);
    }
    if (node.operand() instanceof DecimalLiteral literal) {
      return new Literals(at).decimal(node, literal.value().negate());
    }
    if (node.operand() instanceof DurationLiteral literal) {
      return at.constant(node, new DurationValue(-literal.millis()), Scalar.DURATION);
    }
    return scaled(node, "-", node.operand(), -1);
  }
}
