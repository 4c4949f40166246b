package dev.writ.dsl.ast;

/** What was decided. */
public enum DecidedKind {
  /** An approval. */
  APPROVED,
  /** A confirmation. */
  CONFIRMED
}
