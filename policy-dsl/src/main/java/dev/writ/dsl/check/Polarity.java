package dev.writ.dsl.check;

import dev.writ.dsl.check.expression.Position;

/**
 * What it does to the outcome when the condition of a declaration is true.
 *
 * @param when what a true {@code when} does
 * @param unless what a true {@code unless} does
 */
record Polarity(Position when, Position unless) {
  /** Of a permit, a {@code may}, a grant. */
  static final Polarity WIDENING = new Polarity(Position.WIDENS, Position.NARROWS);

  /** Of a forbid, a limit, an invariant. */
  static final Polarity NARROWING = new Polarity(Position.NARROWS, Position.WIDENS);

  /** Of a label: it narrows, but nothing that widens may take it away. */
  static final Polarity LABELLING = new Polarity(Position.NARROWS, Position.NEUTRAL);
}
