package dev.writ.dsl.policytest;

import java.util.List;
import java.util.Objects;

/**
 * What came of trying one invariant on the requests of the tests. That it held there proves nothing
 * about other requests.
 *
 * @param id the invariant
 * @param tried how many decisions it was about
 * @param breaches the decisions that broke it
 */
public record InvariantOutcome(String id, int tried, List<Mismatch> breaches) {
  public InvariantOutcome {
    Objects.requireNonNull(id, "id");
    breaches = List.copyOf(breaches);
  }

  /** Whether no decision broke it; also where it was not tried. */
  public boolean held() {
    return breaches.isEmpty();
  }
}
