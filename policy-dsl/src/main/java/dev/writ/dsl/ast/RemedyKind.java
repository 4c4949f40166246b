package dev.writ.dsl.ast;

/** What a step of a remedy brings about. */
public enum RemedyKind {
  /** A grant is active. */
  GRANT,
  /** An approval is complete. */
  APPROVAL,
  /** A confirmation is given. */
  CONFIRMATION
}
