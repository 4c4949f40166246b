package dev.writ.core.decision;

import java.util.Objects;

/**
 * What a rule that is only observed would have said.
 *
 * @param rule its id
 * @param truth the disjunction over the members of the chain
 */
public record Observation(String rule, Truth truth) {
  public Observation {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(truth, "truth");
  }
}
