package dev.writ.dsl.ast;

/** What {@code contains} asks for. */
public enum ContainsKind {
  /** One element. */
  ONE,
  /** All elements of another set. */
  ALL,
  /** Some element of another set. */
  ANY
}
