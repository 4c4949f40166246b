package dev.writ.dsl.check.expression;

/** A word that stands for a part of the request, of the vote or of the command in question. */
public enum ContextRoot {
  /** Who acts. */
  PRINCIPAL("principal"),
  /** The next member above; only where {@code has delegator} is proved. */
  DELEGATOR("delegator"),
  /** The last member of the chain. */
  ORIGIN("origin"),
  /** On what. */
  RESOURCE("resource"),
  /** What the principal chose. */
  ARGS("args"),
  /** What the enforcement point knows. */
  FACTS("facts"),
  /** The session. */
  SESSION("session"),
  /** The voter, in the {@code when} of a clause. */
  APPROVER("approver"),
  /** Who asks, in {@code requested by}; who opened, in an approval. */
  REQUESTER("requester");

  private final String word;

  ContextRoot(String word) {
    this.word = word;
  }

  /** Returns the word of the language. */
  public String word() {
    return word;
  }
}
