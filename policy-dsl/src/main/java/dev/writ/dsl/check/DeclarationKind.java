package dev.writ.dsl.check;

/** What a declaration declares, in the words of messages. */
public enum DeclarationKind {
  ENUM("an enum"),
  ENTITY("an entity type"),
  TYPE("a record type"),
  ACTION("an action"),
  GROUP("an action group"),
  OBLIGATION("an obligation"),
  LET("a let"),
  SCOPE("a scope"),
  APPROVAL("an approval"),
  CONFIRMATION("a confirmation"),
  GRANT("a grant"),
  LABEL("a label"),
  RULE("a rule"),
  LIMIT("a limit"),
  INVARIANT("an invariant"),
  TEST("a test");

  private final String phrase;

  DeclarationKind(String phrase) {
    this.phrase = phrase;
  }

  /** Returns the kind with its article: {@code an entity type}. */
  public String phrase() {
    return phrase;
  }

  /** Returns the kind without an article: {@code entity type}. */
  public String noun() {
    return phrase.substring(phrase.indexOf(' ') + 1);
  }

  /** Returns whether declarations of this kind are named by a quoted text. */
  boolean isQuoted() {
    return this == RULE || this == LIMIT || this == INVARIANT || this == TEST;
  }
}
