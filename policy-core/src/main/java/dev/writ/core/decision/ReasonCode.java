package dev.writ.core.decision;

/** Why a verdict is what it is: the step that decided. */
public enum ReasonCode {
  PERMITTED("permitted"),
  INVALID_REQUEST("invalid_request"),
  TOOL_CHANGED("tool_changed"),
  UNAVAILABLE("unavailable"),
  STALE_STATE("stale_state"),
  SUSPENDED("suspended"),
  SESSION_REQUIRED("session_required"),
  FORBIDDEN("forbidden"),
  EVALUATION_ERROR("evaluation_error"),
  OUT_OF_SCOPE("out_of_scope"),
  NO_PERMIT("no_permit"),
  DELEGATE_DENIED("delegate_denied"),
  LIMIT_REACHED("limit_reached");

  private final String code;

  ReasonCode(String code) {
    this.code = code;
  }

  /** The stable code in JSON, tests and logs. */
  public String code() {
    return code;
  }

  /** The effect that goes with the reason. */
  public Effect effect() {
    return this == PERMITTED ? Effect.PERMIT : Effect.DENY;
  }
}
