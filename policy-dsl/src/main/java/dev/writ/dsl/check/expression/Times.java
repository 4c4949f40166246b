package dev.writ.dsl.check.expression;

import dev.writ.core.model.Type;
import dev.writ.dsl.ast.Arithmetic;
import dev.writ.dsl.ast.ArithmeticOperator;
import dev.writ.dsl.ast.Between;
import dev.writ.dsl.ast.Call;
import dev.writ.dsl.ast.Comparison;
import dev.writ.dsl.ast.ComparisonOperator;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Member;
import dev.writ.dsl.ast.Negate;
import dev.writ.dsl.ast.Root;
import dev.writ.dsl.ast.RootReference;
import dev.writ.dsl.ast.TimeOfDayLiteral;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;

/**
 * The few forms in which {@code now} can be asked for. They are few so that the instant at which a
 * condition changes its value can be told.
 */
final class Times {
  private static final String FORMS =
      "`now` stands in `now < e`, `now - e < 30m`, `now.hour(\"UTC\") < 9`,"
          + " `now.weekday(\"UTC\") in [saturday, sunday]` and"
          + " `now.time(\"UTC\") between 09:00 and 17:00`";

  private final Checking at;

  Times(Checking at) {
    this.at = at;
  }

  /** Whether an operand reads the clock itself. */
  boolean concerns(Expression node) {
    if (node instanceof Arithmetic arithmetic) {
      return concerns(arithmetic.left()) || concerns(arithmetic.right());
    }
    if (node instanceof Negate negate) {
      return concerns(negate.operand());
    }
    if (node instanceof Call call) {
      return concerns(call.target());
    }
    if (node instanceof Member member) {
      return concerns(member.target());
    }
    return isNow(node);
  }

  Outcome comparison(Comparison node) {
    boolean left = concerns(node.left());
    if (left && concerns(node.right())) {
      return misplaced(node.span());
    }
    Expression subject = left ? node.left() : node.right();
    Expression other = left ? node.right() : node.left();
    ComparisonOperator operator = left ? node.operator() : flipped(node.operator());
    if (isNow(subject)) {
      require(other, Type.Scalar.INSTANT);
      return found(node, new TimeTest.NowTest(operator, other));
    }
    if (subject instanceof Arithmetic age && isAge(age)) {
      require(age.right(), Type.Scalar.INSTANT);
      require(other, Type.Scalar.DURATION);
      return found(node, new TimeTest.AgeTest(age.right(), operator, other));
    }
    if (subject instanceof Call call && isNow(call.target())) {
      return new ZonedTimes(at).comparison(node, call, operator, other);
    }
    return misplaced(subject.span());
  }

  Outcome membership(Expression node, Expression left, Expression right) {
    return left instanceof Call call && isNow(call.target())
        ? new ZonedTimes(at).membership(node, call, right)
        : misplaced(left.span());
  }

  Outcome between(Between node) {
    if (node.operand() instanceof Call call && isNow(call.target())) {
      return new ZonedTimes(at).between(node, call);
    }
    at.error(
        DiagnosticCode.MISPLACED_NOW,
        node.span(),
        "`now` cannot stand before `between`",
        "write `now >= a and now < b`");
    return at.bool();
  }

  Outcome misplacedCall(Call node) {
    if (isNow(node.target())) {
      return misplaced(node.span());
    }
    at.error(
        DiagnosticCode.NO_FUNCTIONS,
        node.span(),
        "there is no function `" + node.name().text() + "`",
        "only `now.hour(zone)`, `now.weekday(zone)` and `now.time(zone)` take arguments");
    return at.failed();
  }

  Outcome misplacedTimeOfDay(TimeOfDayLiteral node) {
    at.error(
        DiagnosticCode.MISPLACED_NOW,
        node.span(),
        "a time of day cannot stand here",
        "write `now.time(\"UTC\") between 09:00 and 17:00`");
    return at.failed();
  }

  Outcome misplaced(Span span) {
    at.error(
        DiagnosticCode.MISPLACED_NOW, span, "`" + at.text(span) + "` cannot stand here", FORMS);
    return at.failed();
  }

  /** Checks what the clock is compared with. */
  void require(Expression node, Type type) {
    Outcome found = at.check(node, Wanted.of(type));
    if (found.type() != null && !TypeRules.same(found.type(), type)) {
      at.error(
          DiagnosticCode.TYPE_MISMATCH,
          node.span(),
          "cannot compare " + TypeWords.of(type) + " with " + TypeWords.of(found.type()),
          new Conversions(at).help(node, found.type(), node, type));
    }
  }

  Outcome found(Expression node, TimeTest test) {
    at.facts().meaning(node, test);
    return at.bool();
  }

  static boolean isNow(Expression node) {
    return node instanceof RootReference root && root.root() == Root.NOW;
  }

  private boolean isAge(Arithmetic node) {
    return node.operator() == ArithmeticOperator.SUBTRACT
        && isNow(node.left())
        && !concerns(node.right());
  }

  private static ComparisonOperator flipped(ComparisonOperator operator) {
    return switch (operator) {
      case EQUAL -> ComparisonOperator.EQUAL;
      case NOT_EQUAL -> ComparisonOperator.NOT_EQUAL;
      case LESS -> ComparisonOperator.GREATER;
      case LESS_OR_EQUAL -> ComparisonOperator.GREATER_OR_EQUAL;
      case GREATER -> ComparisonOperator.LESS;
      case GREATER_OR_EQUAL -> ComparisonOperator.LESS_OR_EQUAL;
    };
  }
}
