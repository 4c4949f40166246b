package dev.writ.core.reference;

import dev.writ.core.decision.ReasonCode;
import java.util.Objects;

/** A call of a tool that is no request: what a decision denies in its first step. */
public final class RefusedToolCallException extends Exception {

  private static final long serialVersionUID = 1L;

  private final ReasonCode reason;
  private final String place;
  private final String problem;

  /**
   * @param reason {@code INVALID_REQUEST} or {@code TOOL_CHANGED}
   * @param place the part of the call at fault: {@code tool}, {@code arguments.recipient}, {@code
   *     sources.to}, {@code digest}, {@code session.account}
   * @param problem what is wrong, without a full stop
   */
  RefusedToolCallException(ReasonCode reason, String place, String problem) {
    super(place + ": " + problem);
    this.reason = Objects.requireNonNull(reason, "reason");
    this.place = Objects.requireNonNull(place, "place");
    this.problem = Objects.requireNonNull(problem, "problem");
  }

  static RefusedToolCallException invalid(String place, String problem) {
    return new RefusedToolCallException(ReasonCode.INVALID_REQUEST, place, problem);
  }

  /** The reason of the denial. */
  public ReasonCode reason() {
    return reason;
  }

  /** The part of the call at fault. */
  public String place() {
    return place;
  }

  /** What is wrong, without the place. */
  public String problem() {
    return problem;
  }
}
