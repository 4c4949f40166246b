package dev.writ.dsl.ast;

/** What a voter did. */
public enum VoteKind {
  /** Voted for it. */
  VOTE,
  /** Refused. */
  REFUSAL,
  /** Took the vote back. */
  WITHDRAWAL
}
