package dev.writ.dsl.ast;

/** The parts of a request that an expression starts from. */
public enum Root {
  /** Who acts. */
  PRINCIPAL("principal"),
  /** For whom. */
  DELEGATOR("delegator"),
  /** Who is behind it all. */
  ORIGIN("origin"),
  /** On what. */
  RESOURCE("resource"),
  /** What the principal chose. */
  ARGS("args"),
  /** What the enforcement point knows. */
  FACTS("facts"),
  /** The session. */
  SESSION("session"),
  /** The instant of the decision. */
  NOW("now");

  private final String word;

  Root(String word) {
    this.word = word;
  }

  /** Returns the reserved word. */
  public String word() {
    return word;
  }
}
