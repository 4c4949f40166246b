package dev.writ.core.plan;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * An attribute that rules fix to constants, and a number for each constant, from 1 in their order.
 * A value that no rule names is {@link #UNNAMED}, so whatever a request holds adds nothing.
 * Immutable.
 */
final class Column {
  static final int UNNAMED = 0;

  private final Node attribute;
  private final Map<Value, Integer> numbers;

  private Column(Node attribute, Map<Value, Integer> numbers) {
    this.attribute = attribute;
    this.numbers = numbers;
  }

  /** The column of an attribute. */
  static Column of(Expr attribute, Collection<Value> constants, Compiler compiler) {
    Map<Value, Integer> numbers = new HashMap<>();
    constants.forEach(constant -> numbers.putIfAbsent(constant, numbers.size() + 1));
    return new Column(compiler.node(attribute), numbers);
  }

  /** The number of a constant. */
  int of(Value constant) {
    return numbers.getOrDefault(constant, UNNAMED);
  }

  /** The number of the attribute's value on a view. */
  int number(View view, Moment moment) {
    Value value = attribute.value(view, moment, Node.NO_LOCALS);
    return value == null ? UNNAMED : of(value);
  }
}
