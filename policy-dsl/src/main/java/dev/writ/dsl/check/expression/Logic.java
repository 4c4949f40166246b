package dev.writ.dsl.check.expression;

import dev.writ.core.model.Type;
import dev.writ.dsl.ast.And;
import dev.writ.dsl.ast.Conditional;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Not;
import dev.writ.dsl.ast.Or;
import dev.writ.dsl.source.DiagnosticCode;

/** {@code and}, {@code or}, {@code not} and {@code if}: what they prove for one another. */
final class Logic {
  private final Checking at;

  Logic(Checking at) {
    this.at = at;
  }

  Outcome and(And node) {
    Flow base = at.flow();
    Flow allTrue = base;
    Flow someFalse = base.nowhere();
    for (Expression operand : node.operands()) {
      if (reachable(operand, allTrue)) {
        Outcome found = at.condition(operand, at.wanted().position(), allTrue);
        someFalse = someFalse.or(found.whenFalse().without(allTrue, base));
        allTrue = found.whenTrue();
      }
    }
    return Outcome.bool(allTrue, someFalse);
  }

  Outcome or(Or node) {
    Flow base = at.flow();
    Flow allFalse = base;
    Flow someTrue = base.nowhere();
    for (Expression operand : node.operands()) {
      if (reachable(operand, allFalse)) {
        Outcome found = at.condition(operand, at.wanted().position(), allFalse);
        someTrue = someTrue.or(found.whenTrue().without(allFalse, base));
        allFalse = found.whenFalse();
      }
    }
    return Outcome.bool(someTrue, allFalse);
  }

  Outcome not(Not node) {
    return at.condition(node.operand(), Position.NEUTRAL, at.flow()).negated();
  }

  Outcome conditional(Conditional node) {
    Outcome test = at.condition(node.condition(), Position.NEUTRAL, at.flow());
    boolean thenCounts = reachable(node.then(), test.whenTrue());
    boolean elseCounts = reachable(node.otherwise(), test.whenFalse());
    if (!thenCounts || !elseCounts) {
      return thenCounts
          ? branch(node.then(), test.whenTrue())
          : branch(node.otherwise(), test.whenFalse());
    }
    boolean thenOpen = new Operands(at).isOpen(node.then());
    Outcome first =
        thenOpen
            ? branch(node.otherwise(), test.whenFalse())
            : branch(node.then(), test.whenTrue());
    Wanted wanted = Wanted.of(at.wanted().type() == null ? first.type() : at.wanted().type());
    Outcome second =
        thenOpen
            ? at.check(node.then(), wanted, test.whenTrue())
            : at.check(node.otherwise(), wanted, test.whenFalse());
    return joined(node, first, second);
  }

  private Outcome branch(Expression node, Flow known) {
    return at.check(node, Wanted.of(at.wanted().type()), known);
  }

  private Outcome joined(Conditional node, Outcome one, Outcome other) {
    if (one.type() == null || other.type() == null) {
      return at.failed();
    }
    Type type = TypeRules.common(one.type(), other.type());
    if (type == null) {
      at.error(
          DiagnosticCode.DIFFERENT_BRANCHES,
          node.span(),
          "one branch is "
              + TypeWords.of(at.facts().typeOf(node.then()))
              + " and the other "
              + TypeWords.of(at.facts().typeOf(node.otherwise())),
          "both branches of an `if` have one type");
      return at.failed();
    }
    Outcome found =
        type == Type.Scalar.BOOL
            ? Outcome.bool(
                one.whenTrue().or(other.whenTrue()), one.whenFalse().or(other.whenFalse()))
            : Outcome.of(type, at.flow());
    return found.reading(Math.max(one.reads(), other.reads()));
  }

  private boolean reachable(Expression node, Flow known) {
    if (!known.reachable()) {
      at.facts().unreachable(node);
    }
    return known.reachable();
  }
}
