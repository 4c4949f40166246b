package dev.writ.bench.guard;

import dev.writ.bench.measure.Pair;
import dev.writ.bench.measure.TrialProcess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures each scenario in several processes, one after another ({@link Pair#ofForks}).
 *
 * @param contender who is measured
 * @param forks how many processes for each scenario
 * @param warmMillis how long contender and floor run before, milliseconds each
 * @param turns how many turns of each are measured
 */
record Forks(String contender, int forks, long warmMillis, int turns) implements Guard.Meter {
  /** What guards. */
  static final Forks OF_WRIT = new Forks("writ", 3, 1_000, 20);

  @Override
  public Map<String, Pair> measure(List<String> scenarios) {
    Map<String, List<Pair>> all = new LinkedHashMap<>();
    for (int fork = 0; fork < forks; fork++) {
      for (String scenario : scenarios) {
        all.computeIfAbsent(scenario, s -> new ArrayList<>())
            .add(TrialProcess.run(scenario, contender, warmMillis, turns));
      }
    }
    Map<String, Pair> measured = new LinkedHashMap<>();
    all.forEach((scenario, pairs) -> measured.put(scenario, Pair.ofForks(pairs)));
    return measured;
  }
}
