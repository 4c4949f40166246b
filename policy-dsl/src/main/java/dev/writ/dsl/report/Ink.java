package dev.writ.dsl.report;

/** The emphasis of a piece of terminal text. */
public enum Ink {
  PLAIN(""),
  STRONG("1"),
  FAINT("2"),
  GOOD("32"),
  BAD("31"),
  WARN("33"),
  NOTE("36");

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  /**
   * The text in this ink.
   *
   * @param text the text; an empty one stays empty
   * @param colour whether escape sequences may be written
   */
  public String paint(String text, boolean colour) {
    return !colour || this == PLAIN || text.isEmpty()
        ? text
        : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
