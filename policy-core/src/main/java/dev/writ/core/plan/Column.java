package dev.writ.core.plan;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.Value;
import java.util.Collection;
import java.util.LinkedHashSet;

/**
 * An attribute that rules fix to constants, and a number for each constant, from 1 in their order.
 * A value that no rule names is {@link #UNNAMED}, so whatever a request holds adds nothing.
 * Immutable.
 */
final class Column {
  static final int UNNAMED = 0;

  private static final int HALF = 32;

  private final Node attribute;

  /** In the order of their numbers, from 1. */
  private final Value[] constants;

  /**
   * An open table, a power of two long, at most half full: the hash of a constant, and its number
   * below; nothing where the number is {@link #UNNAMED}.
   */
  private final long[] table;

  /** The column of what a node tells. */
  Column(Node attribute, Collection<Value> named) {
    this.attribute = attribute;
    this.constants = new LinkedHashSet<>(named).toArray(Value[]::new);
    this.table = new long[Integer.highestOneBit(Math.max(1, constants.length)) << 2];
    for (int number = 1; number <= constants.length; number++) {
      int hash = constants[number - 1].hashCode();
      int at = place(hash);
      while (table[at] != 0) {
        at = (at + 1) & (table.length - 1);
      }
      table[at] = ((long) hash << HALF) | number;
    }
  }

  /** The column of an attribute. */
  static Column of(Expr attribute, Collection<Value> constants, Compiler compiler) {
    return new Column(compiler.node(attribute), constants);
  }

  private int place(int hash) {
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ (mixed >>> (HALF / 2))) & (table.length - 1);
  }

  /** The number of a constant. */
  int of(Value constant) {
    int hash = constant.hashCode();
    for (int at = place(hash); ; at = (at + 1) & (table.length - 1)) {
      long met = table[at];
      if (met == 0) {
        return UNNAMED;
      }
      if ((int) (met >>> HALF) == hash && constants[(int) met - 1].equals(constant)) {
        return (int) met;
      }
    }
  }

  /** The number of the attribute's value on a view. */
  int number(View view, Moment moment) {
    Value value = attribute.value(view, moment, Node.NO_LOCALS);
    return value == null ? UNNAMED : of(value);
  }
}
