package dev.writ.bench.measure;

import dev.writ.bench.contender.Contenders;
import dev.writ.bench.scenario.Decider;
import dev.writ.bench.scenario.Scenario;
import dev.writ.bench.scenario.Scenarios;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A trial of one contender on one scenario in a process of its own, so that nothing that ran before
 * has shaped the code that is measured.
 */
public final class TrialProcess {
  private static final String MARK = "pair ";

  private TrialProcess() {}

  /**
   * The process: prints what it measured.
   *
   * @param args scenario, contender, milliseconds to warm up, turns
   */
  public static void main(String[] args) {
    Scenario scenario = Scenarios.make(args[0]);
    Decider decider = Contenders.named(args[1]).prepare(scenario);
    if (decider == null) {
      throw new IllegalArgumentException(args[1] + " does not say " + args[0]);
    }
    Agreement.check(scenario, args[1], decider);
    System.gc(); // else what is measured lies scattered among what compiling left behind
    Trial trial = new Trial(scenario.floor(), decider, scenario.requests().size());
    Pair pair = trial.run(Long.parseLong(args[2]), Integer.parseInt(args[3]));
    System.out.println("permits " + trial.permits());
    System.out.println(MARK + pair.toLine());
  }

  /**
   * Starts such a process and waits for it.
   *
   * @throws IllegalStateException if it fails, or contender and floor disagree
   */
  public static Pair run(String scenario, String contender, long warmMillis, int turns) {
    List<String> command =
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xms1g",
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            TrialProcess.class.getName(),
            scenario,
            contender,
            Long.toString(warmMillis),
            Integer.toString(turns));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      return output
          .lines()
          .filter(line -> code == 0 && line.startsWith(MARK))
          .findFirst()
          .map(line -> Pair.ofLine(line.substring(MARK.length())))
          .orElseThrow(() -> new IllegalStateException(scenario + " failed:\n" + output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring " + scenario, e);
    }
  }
}
