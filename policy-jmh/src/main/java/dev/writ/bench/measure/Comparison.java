package dev.writ.bench.measure;

import dev.writ.bench.contender.Contender;
import dev.writ.bench.contender.Contenders;
import dev.writ.bench.scenario.Decider;
import dev.writ.bench.scenario.Scenario;
import dev.writ.bench.scenario.Scenarios;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures contenders on scenarios with JMH, each pair in processes of its own, after all answers
 * were held against the floor's.
 */
public final class Comparison {
  private static final TimeValue TIMEOUT = TimeValue.minutes(10);

  private final Effort effort;
  private final PrintStream out;

  /**
   * How much is measured.
   *
   * @param forks processes for each pair
   * @param warmups iterations before measuring
   * @param iterations iterations that are measured
   * @param millis how long an iteration takes
   */
  public record Effort(int forks, int warmups, int iterations, int millis) {

    /** For figures that are published. */
    public static final Effort FULL = new Effort(2, 4, 5, 700);

    /** For trying whether everything runs. */
    public static final Effort QUICK = new Effort(1, 3, 3, 300);
  }

  public Comparison(Effort effort, PrintStream out) {
    this.effort = effort;
    this.out = out;
  }

  /**
   * Measures the contenders of these names, as far as they say the scenario.
   *
   * @param mode average time, or a sample of single times
   * @throws DisagreementException if a contender answers otherwise than the floor
   * @throws RunnerException if JMH fails
   */
  public Collection<RunResult> run(
      String scenario, Collection<String> contenders, Mode mode, int threads)
      throws RunnerException {
    List<String> able = able(Scenarios.make(scenario), contenders);
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + DecisionBenchmark.class.getSimpleName() + "\\.")
            .param("scenario", scenario)
            .param("contender", able.toArray(String[]::new))
            .mode(mode)
            .threads(threads)
            .forks(effort.forks)
            .warmupIterations(effort.warmups)
            .warmupTime(TimeValue.milliseconds(effort.millis))
            .measurementIterations(effort.iterations)
            .measurementTime(TimeValue.milliseconds(effort.millis))
            .timeout(TIMEOUT)
            .jvmArgs("-Xms5g", "-Xmx5g")
            .shouldFailOnError(true)
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuProfiler.class);
    return new Runner(options.build()).run();
  }

  /** Those that say the scenario; their answers are held against the floor's. */
  private List<String> able(Scenario scenario, Collection<String> names) {
    List<String> able = new ArrayList<>();
    for (String name : names) {
      Contender contender = Contenders.named(name);
      Decider decider = contender.prepare(scenario);
      if (decider == null) {
        out.println(scenario.name() + ": " + name + " does not say it");
      } else {
        Agreement.check(scenario, name, decider);
        able.add(name);
      }
    }
    out.println(scenario.name() + ": the same answers from " + able);
    return able;
  }
}
