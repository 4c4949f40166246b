package dev.writ.dsl.check.expression;

/**
 * What it does to the outcome when an expression is true. Approvals, confirmations and grants may
 * be tested only where true widens, labels only where true narrows.
 */
public enum Position {
  /** More is permitted: the {@code when} of a permit, the {@code unless} of a forbid. */
  WIDENS,
  /** Less is permitted: the {@code when} of a forbid, the {@code unless} of a permit. */
  NARROWS,
  /** Either, or neither is known. */
  NEUTRAL
}
