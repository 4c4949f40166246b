package dev.writ.bench.guard;

import dev.writ.bench.measure.Pair;
import dev.writ.bench.measure.TrialProcess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures each scenario in several processes, one after another ({@link Pair#ofForks}). */
final class Forks implements Guard.Meter {
  private static final int FORKS = 3;
  private static final long WARM_MILLIS = 1_000;
  private static final int TURNS = 20;

  @Override
  public Map<String, Pair> measure(List<String> scenarios) {
    Map<String, List<Pair>> all = new LinkedHashMap<>();
    for (int fork = 0; fork < FORKS; fork++) {
      for (String scenario : scenarios) {
        all.computeIfAbsent(scenario, s -> new ArrayList<>())
            .add(TrialProcess.run(scenario, "writ", WARM_MILLIS, TURNS));
      }
    }
    Map<String, Pair> measured = new LinkedHashMap<>();
    all.forEach((scenario, pairs) -> measured.put(scenario, Pair.ofForks(pairs)));
    return measured;
  }
}
