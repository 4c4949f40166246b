package dev.writ.bench.guard;

import dev.writ.bench.contender.Contender;
import dev.writ.bench.contender.Contenders;
import dev.writ.bench.scenario.Decider;
import dev.writ.bench.scenario.Scenario;
import java.util.Objects;

/** Writ, had it begun to allocate: an array for every decision. */
public final class WastefulWrit implements Contender {

  @Override
  public String name() {
    return "wasteful-writ";
  }

  @Override
  public Decider prepare(Scenario scenario) {
    Decider writ = Objects.requireNonNull(Contenders.named("writ").prepare(scenario));
    byte[][] kept = new byte[scenario.requests().size()][];
    return number -> {
      kept[number] = new byte[32];
      return writ.permits(number);
    };
  }
}
