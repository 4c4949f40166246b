package dev.writ.dsl.cli;

/** A text that is no request. */
final class InvalidRequestTextException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param reason what is wrong with it, as a diagnostic words it
   */
  InvalidRequestTextException(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
