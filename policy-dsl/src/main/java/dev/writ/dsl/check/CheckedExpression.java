package dev.writ.dsl.check;

import dev.writ.core.model.Type;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.check.expression.ExpressionFacts;

/**
 * An expression that was checked without an error.
 *
 * @param expression what is written
 * @param facts what its nodes mean
 */
public record CheckedExpression(Expression expression, ExpressionFacts facts) {

  /** Returns the type of its value. */
  public Type type() {
    return facts.typeOf(expression);
  }
}
