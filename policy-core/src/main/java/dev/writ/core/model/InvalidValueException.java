package dev.writ.core.model;

import java.util.Objects;

/** Text or JSON that is no value of the type it stands for. */
public final class InvalidValueException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String place;
  private final String reason;

  /**
   * @param place where the value stands ({@code args.to[2]}), or empty where only the caller knows
   * @param reason what is wrong and what to do, in the words of the language, without a full stop
   */
  public InvalidValueException(String place, String reason) {
    super(reason);
    this.place = Objects.requireNonNull(place, "place");
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  /** Where the value stands, or empty. */
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
    return place.isEmpty() ? reason : place + ": " + reason;
  }
}
