package dev.writ.dsl.ast;

/** A comparison of two values. */
public enum ComparisonOperator {
  /** Equal. */
  EQUAL("=="),
  /** Not equal. */
  NOT_EQUAL("!="),
  /** Less. */
  LESS("<"),
  /** Less or equal. */
  LESS_OR_EQUAL("<="),
  /** Greater. */
  GREATER(">"),
  /** Greater or equal. */
  GREATER_OR_EQUAL(">=");

  private final String symbol;

  ComparisonOperator(String symbol) {
    this.symbol = symbol;
  }

  /** Returns the operator as written. */
  public String symbol() {
    return symbol;
  }
}
