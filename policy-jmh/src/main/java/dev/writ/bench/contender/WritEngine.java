package dev.writ.bench.contender;

import dev.writ.bench.scenario.Decider;
import dev.writ.bench.scenario.Scenario;
import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.model.Request;
import java.time.Instant;
import java.time.InstantSource;

/** Writ's engine as users call it: request in, decision with an id out. */
final class WritEngine implements Contender {
  @Override
  public String name() {
    return "writ-engine";
  }

  @Override
  public Decider prepare(Scenario scenario) {
    PolicyEngine engine =
        PolicyEngine.builder(scenario.policies().set())
            .entities(scenario.entities())
            .authority(scenario.authority())
            .clock(InstantSource.fixed(Instant.ofEpochMilli(scenario.nowMillis())))
            .callerSupports("log", "notify", "alert")
            .build();
    Request[] requests = scenario.requests().toArray(Request[]::new);
    return number -> engine.decide(requests[number]).wouldPermit();
  }
}
