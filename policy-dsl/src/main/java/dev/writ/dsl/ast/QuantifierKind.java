package dev.writ.dsl.ast;

/** Which quantifier. */
public enum QuantifierKind {
  /** Some element. */
  ANY,
  /** All elements; true of the empty set. */
  EVERY
}
