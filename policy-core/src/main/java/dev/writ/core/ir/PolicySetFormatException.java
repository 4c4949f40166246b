package dev.writ.core.ir;

import java.util.Objects;

/**
 * A JSON text that is no policy set: cut off, of another version, with a field too many or too few,
 * or with a reference to something it does not declare.
 */
public final class PolicySetFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String place;
  private final String problem;

  /**
   * Creates the exception.
   *
   * @param place where in the JSON, as {@code policySet.rules[3].effect}; empty for the whole
   * @param problem what is wrong, one lowercase sentence
   */
  public PolicySetFormatException(String place, String problem) {
    super(place.isEmpty() ? problem : "at `" + place + "`: " + problem);
    this.place = Objects.requireNonNull(place, "place");
    this.problem = Objects.requireNonNull(problem, "problem");
  }

  /** Where in the JSON; empty for the whole. */
  public String place() {
    return place;
  }

  /** What is wrong there. */
  public String problem() {
    return problem;
  }
}
