package dev.writ.dsl.policytest;

/** A statement of a test that cannot be made true. */
final class StatementException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String stated;

  /**
   * @param stated what it states
   * @param reason why that cannot be
   */
  StatementException(String stated, String reason) {
    super(reason);
    this.stated = stated;
  }

  String stated() {
    return stated;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
