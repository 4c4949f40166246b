package dev.writ.bench.guard;

import dev.writ.bench.contender.Contender;
import dev.writ.bench.contender.Contenders;
import dev.writ.bench.scenario.Decider;
import dev.writ.bench.scenario.Scenario;
import java.util.Objects;

/** Writ, had it lost its index: it looks at every request a thousand times. */
public final class SlowedWrit implements Contender {
  private static final int TIMES = 1_000;

  @Override
  public String name() {
    return "slowed-writ";
  }

  @Override
  public Decider prepare(Scenario scenario) {
    Decider writ = Objects.requireNonNull(Contenders.named("writ").prepare(scenario));
    int last = scenario.requests().size() - 1;
    return number -> {
      boolean permits = false;
      for (int i = TIMES; i >= 0; i--) {
        permits = writ.permits(number + i & last);
      }
      return permits;
    };
  }
}
