package dev.writ.bench.measure;

import dev.writ.bench.scenario.Decider;
import dev.writ.bench.scenario.Scenario;

/** Whether a contender answers what the floor answers, on every request. */
public final class Agreement {
  private Agreement() {}

  /**
   * Holds every answer against the floor's.
   *
   * @throws DisagreementException at the first that differs, with the request
   */
  public static void check(Scenario scenario, String contender, Decider decider) {
    for (int i = 0; i < scenario.requests().size(); i++) {
      boolean expected = scenario.floor().permits(i);
      if (decider.permits(i) != expected) {
        throw new DisagreementException(scenario, contender, i, expected);
      }
    }
  }
}
