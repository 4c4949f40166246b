package dev.writ.bench.contender;

import dev.writ.bench.scenario.Decider;
import dev.writ.bench.scenario.Scenario;
import dev.writ.core.decision.Effect;
import dev.writ.core.reference.Reference;

/** Writ's reference evaluator: the meaning of the language, made to be read and not to be fast. */
final class WritReference implements Contender {
  @Override
  public String name() {
    return "writ-reference";
  }

  @Override
  public Decider prepare(Scenario scenario) {
    World world = new World(scenario);
    Reference reference = new Reference(world.policies);
    return number ->
        reference.assess(world.requests[number], world.circumstances).verdict().effect()
            == Effect.PERMIT;
  }
}
