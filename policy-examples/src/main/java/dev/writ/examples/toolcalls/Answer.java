package dev.writ.examples.toolcalls;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What {@code writ decide} said of a call.
 *
 * @param outcome what comes of it
 * @param reason the reason code of the verdict
 */
record Answer(Outcome outcome, String reason) {

  /** What comes of a call. */
  enum Outcome {
    /** Permitted outright. */
    PERMIT,
    /** Denied until the user says yes. */
    ASK,
    /** Denied, whatever the user says. */
    DENY
  }

  /** That of a line that {@code writ decide --json} wrote. */
  static Answer of(JsonNode line) {
    JsonNode writ = line.get("writ");
    String reason = writ.get("verdict").get("reason").asText();
    if (writ.get("wouldPermit").asBoolean()) {
      return new Answer(Outcome.PERMIT, reason);
    }
    return new Answer(writ.get("remedies").isEmpty() ? Outcome.DENY : Outcome.ASK, reason);
  }

  boolean stops() {
    return outcome != Outcome.PERMIT;
  }

  /** Whether it was denied because it fits no schema or tool, before any policy was asked. */
  boolean isMisfit() {
    return reason.equals("invalid_request") || reason.equals("tool_changed");
  }
}
