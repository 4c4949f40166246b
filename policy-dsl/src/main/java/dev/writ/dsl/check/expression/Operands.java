package dev.writ.dsl.check.expression;

import dev.writ.dsl.ast.Conditional;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.ListLiteral;
import dev.writ.dsl.ast.NameReference;
import dev.writ.dsl.ast.StringLiteral;

/**
 * Two operands that must have one type: a word or string on one side takes its meaning from the
 * other.
 */
final class Operands {

  /**
   * What was found about two operands.
   *
   * @param left the left one
   * @param right the right one
   */
  record Pair(Outcome left, Outcome right) {
    boolean failed() {
      return left.failed() || right.failed();
    }
  }

  private final Checking at;

  Operands(Checking at) {
    this.at = at;
  }

  Pair check(Expression left, Expression right, boolean secret) {
    if (isOpen(left) && !isOpen(right)) {
      Outcome typed = at.check(right, Wanted.compared(null, secret));
      return new Pair(against(left, typed, secret), typed);
    }
    Outcome typed = at.check(left, Wanted.compared(null, secret));
    return new Pair(typed, against(right, typed, secret));
  }

  /** Checks an operand against a typed one; a word against one in error means nothing. */
  private Outcome against(Expression node, Outcome typed, boolean secret) {
    return typed.failed() && isOpen(node)
        ? at.failed()
        : at.check(node, Wanted.compared(typed.type(), secret));
  }

  /** Whether the type of an expression depends on what it stands against. */
  boolean isOpen(Expression node) {
    if (node instanceof StringLiteral) {
      return true;
    }
    if (node instanceof NameReference name) {
      return !new NameReading(at).isBound(name.name().text());
    }
    if (node instanceof ListLiteral list) {
      return list.elements().stream().allMatch(this::isOpen);
    }
    return node instanceof Conditional conditional
        && isOpen(conditional.then())
        && isOpen(conditional.otherwise());
  }
}
