package dev.writ.dsl.check;

import java.util.List;

/** The reasons of decisions, as tests write them. */
final class ReasonWords {
  /** The one reason of a permit. */
  static final String PERMITTED = "permitted";

  private static final List<String> DENIALS =
      List.of(
          "invalid_request",
          "tool_changed",
          "unavailable",
          "stale_state",
          "suspended",
          "session_required",
          "forbidden",
          "evaluation_error",
          "out_of_scope",
          "no_permit",
          "delegate_denied",
          "limit_reached");

  private ReasonWords() {}

  static List<String> denials() {
    return DENIALS;
  }

  static boolean isDenial(String word) {
    return DENIALS.contains(word);
  }
}
