package dev.writ.dsl.source;

/** The colours that a {@link DiagnosticRenderer} writes: none, or ANSI escape sequences. */
public enum Palette {
  /** Plain text. */
  NONE("", "", "", "", ""),
  /** ANSI colours for a terminal. */
  ANSI("\u001b[1;31m", "\u001b[1;33m", "\u001b[1;34m", "\u001b[1m", "\u001b[0m");

  private final String error;
  private final String warning;
  private final String frame;
  private final String strong;
  private final String reset;

  Palette(String error, String warning, String frame, String strong, String reset) {
    this.error = error;
    this.warning = warning;
    this.frame = frame;
    this.strong = strong;
    this.reset = reset;
  }

  /** Returns the text in the colour of a severity. */
  String severity(Severity severity, String text) {
    return (severity == Severity.ERROR ? error : warning) + text + reset;
  }

  /** Returns the text in the colour of line numbers and bars. */
  String frame(String text) {
    return frame + text + reset;
  }

  /** Returns the text emphasised. */
  String strong(String text) {
    return strong + text + reset;
  }
}
