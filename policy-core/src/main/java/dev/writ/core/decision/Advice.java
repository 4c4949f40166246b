package dev.writ.core.decision;

/** What a decision tells whoever made the request to do. */
public enum Advice {
  /** Go ahead. */
  ACT("act"),
  /** Have it authorised: it would be permitted, but something must be written first. */
  AUTHORIZE("authorize"),
  /** Ask for what a remedy names. */
  ASK("ask"),
  /** Try again at a given instant. */
  RETRY("retry"),
  /** Correct the request. */
  FIX("fix"),
  /** Nothing of the kind helps. */
  NONE("none");

  private final String word;

  Advice(String word) {
    this.word = word;
  }

  /** The word in JSON. */
  public String word() {
    return word;
  }
}
