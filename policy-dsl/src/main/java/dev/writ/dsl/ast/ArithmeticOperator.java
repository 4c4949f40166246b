package dev.writ.dsl.ast;

/** An arithmetic operation on two values. */
public enum ArithmeticOperator {
  /** Sum. */
  ADD("+"),
  /** Difference. */
  SUBTRACT("-"),
  /** Product. */
  MULTIPLY("*");

  private final String symbol;

  ArithmeticOperator(String symbol) {
    this.symbol = symbol;
  }

  /** Returns the operator as written. */
  public String symbol() {
    return symbol;
  }
}
