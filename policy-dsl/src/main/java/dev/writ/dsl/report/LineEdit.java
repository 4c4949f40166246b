package dev.writ.dsl.report;

/**
 * A line of two texts: of both, or of one.
 *
 * @param kind which
 * @param line the line with its end
 */
record LineEdit(Kind kind, String line) {
  enum Kind {
    SAME(" "),
    REMOVED("-"),
    ADDED("+");

    private final String sign;

    Kind(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }
  }
}
