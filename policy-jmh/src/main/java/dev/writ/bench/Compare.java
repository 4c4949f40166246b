package dev.writ.bench;

import dev.writ.bench.contender.Contender;
import dev.writ.bench.contender.Contenders;
import dev.writ.bench.measure.Agreement;
import dev.writ.bench.measure.Comparison;
import dev.writ.bench.measure.Comparison.Effort;
import dev.writ.bench.report.Results;
import dev.writ.bench.scenario.Decider;
import dev.writ.bench.scenario.Scenario;
import dev.writ.bench.scenario.Scenarios;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** The command that compares: which scenarios and contenders, how often, and where results go. */
final class Compare {
  private static final String QUICK = "--quick";
  private static final String THEN = "--";
  private static final Set<String> REFERENCE =
      Set.of("s1", "s2-100", "s3", "s5-10", "github", "tinytodo");
  private static final Set<String> ENGINE =
      Set.of("s1", "s2-1000", "s3", "s4", "s5", "github", "tinytodo");

  private final Effort effort;
  private final List<String> scenarios;
  private final List<String> contenders;
  private final boolean chosen;
  private final PrintStream out;

  Compare(List<String> args, PrintStream out) {
    List<String> names = new ArrayList<>(args);
    this.effort = names.remove(QUICK) ? Effort.QUICK : Effort.FULL;
    int then = names.indexOf(THEN);
    List<String> first = then < 0 ? names : names.subList(0, then);
    this.scenarios = first.isEmpty() ? Scenarios.names() : List.copyOf(first);
    this.chosen = then >= 0;
    this.contenders =
        then < 0
            ? Contenders.all().stream().map(Contender::name).toList()
            : List.copyOf(names.subList(then + 1, names.size()));
    this.out = out;
  }

  /** Measures, and writes the raw results after each scenario, so that a stop loses little. */
  void run(Path folder) throws IOException, RunnerException {
    Comparison comparison = new Comparison(effort, out);
    List<Collection<RunResult>> runs = new ArrayList<>();
    Files.createDirectories(folder);
    for (String scenario : scenarios) {
      runs.add(comparison.run(scenario, measured(scenario), Mode.AverageTime, 1));
      if (Scenarios.isSpread(scenario)) {
        runs.add(comparison.run(scenario, List.of("floor", "writ"), Mode.SampleTime, 1));
      }
      Results.of(runs).write(folder.resolve("comparison.json"));
    }
  }

  private List<String> measured(String scenario) {
    return chosen ? contenders : contenders.stream().filter(one -> says(scenario, one)).toList();
  }

  /**
   * Whether a pair says anything: the reference looks at every rule, which takes minutes for the
   * requests of a large set; and the engine adds the same to every decision, whatever the rules.
   */
  private static boolean says(String scenario, String contender) {
    return switch (contender) {
      case "writ-reference" -> REFERENCE.contains(scenario);
      case "writ-engine" -> ENGINE.contains(scenario);
      default -> true;
    };
  }

  /** Holds the answers of all contenders on these scenarios against the floor's. */
  static void check(List<String> scenarios, PrintStream out) {
    for (String name : scenarios) {
      Scenario scenario = Scenarios.make(name);
      for (Contender contender : Contenders.all()) {
        if (!says(name, contender.name())) {
          continue;
        }
        Decider decider = contender.prepare(scenario);
        if (decider != null) {
          Agreement.check(scenario, contender.name(), decider);
        }
        out.printf(
            "%-16s %-16s %s%n",
            name,
            contender.name(),
            decider == null ? "does not say it" : "agrees on " + scenario.requests().size());
      }
    }
  }
}
