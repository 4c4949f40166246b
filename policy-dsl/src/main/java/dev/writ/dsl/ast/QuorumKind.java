package dev.writ.dsl.ast;

/** How the clauses of a quorum are joined. */
public enum QuorumKind {
  /** {@code all of}: every clause. */
  ALL,
  /** {@code any of}: one clause is enough. */
  ANY,
  /** A clause that stands alone. */
  SINGLE
}
