package dev.writ.core.decision;

/** What a verdict says. There is no third effect. */
public enum Effect {
  PERMIT("permit"),
  DENY("deny");

  private final String word;

  Effect(String word) {
    this.word = word;
  }

  /** The word in JSON and messages. */
  public String word() {
    return word;
  }
}
