package dev.writ.dsl.ast;

/** Whether a rule or an expected decision permits or denies. */
public enum Effect {
  /** Permits. */
  PERMIT,
  /** Denies; of a rule, {@code forbid}. */
  DENY
}
