package dev.writ.bench.measure;

import dev.writ.bench.scenario.Scenario;
import dev.writ.core.model.Request;

/** A contender decided a request otherwise than the floor. */
public final class DisagreementException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DisagreementException(Scenario scenario, String contender, int number, boolean expected) {
    super(message(scenario, contender, number, expected));
  }

  private static String message(Scenario scenario, String contender, int number, boolean expected) {
    Request request = scenario.requests().get(number);
    return "%s on %s: request %d should be %s: %s args %s facts %s"
        .formatted(
            contender,
            scenario.name(),
            number,
            expected ? "permitted" : "denied",
            request,
            request.args(),
            request.facts());
  }
}
