package dev.writ.bench.scenario;

/** Decides the requests of a scenario, which were made ready before. */
@FunctionalInterface
public interface Decider {

  /**
   * Whether the request with this number is permitted.
   *
   * @param request from 0, in the order of {@link Scenario#requests}
   */
  boolean permits(int request);
}
