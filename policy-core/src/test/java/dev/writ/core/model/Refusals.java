package dev.writ.core.model;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a parser says of a text that it refuses. */
final class Refusals {

  /** A parser of one type of value. */
  interface Parser {
    Object parse(String text) throws InvalidValueException;
  }

  private Refusals() {}

  static String reason(Parser parser, String text) {
    InvalidValueException refused =
        catchThrowableOfType(InvalidValueException.class, () -> parser.parse(text));
    return refused == null ? "accepted" : refused.reason();
  }
}
