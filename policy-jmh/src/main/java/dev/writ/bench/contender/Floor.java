package dev.writ.bench.contender;

import dev.writ.bench.scenario.Decider;
import dev.writ.bench.scenario.Scenario;

/** The program that a careful programmer would write by hand. */
final class Floor implements Contender {
  @Override
  public String name() {
    return "floor";
  }

  @Override
  public Decider prepare(Scenario scenario) {
    return scenario.floor();
  }
}
