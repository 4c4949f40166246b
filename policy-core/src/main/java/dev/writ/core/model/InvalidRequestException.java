package dev.writ.core.model;

import java.util.Objects;

/**
 * A request that does not fit the policy set: what a decision denies as {@code invalid_request}.
 */
public final class InvalidRequestException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String place;
  private final String reason;

  /**
   * @param place the part at fault: {@code args.ticket}, {@code principal}, {@code chain[1]}
   * @param reason what is wrong and what to do, without a full stop
   */
  public InvalidRequestException(String place, String reason) {
    super(reason);
    this.place = Objects.requireNonNull(place, "place");
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  /** The part at fault. */
  public String place() {
    return place;
  }

  /** What is wrong, without the place. */
  public String reason() {
    return reason;
  }

  /** The place and the reason. */
  @Override
  public String getMessage() {
    return place + ": " + reason;
  }
}
