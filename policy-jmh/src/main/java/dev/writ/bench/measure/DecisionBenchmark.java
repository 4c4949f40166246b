package dev.writ.bench.measure;

import dev.writ.bench.contender.Contenders;
import dev.writ.bench.scenario.Decider;
import dev.writ.bench.scenario.Scenario;
import dev.writ.bench.scenario.Scenarios;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One decision of a scenario by a contender; the requests are taken in turn. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecisionBenchmark {
  /** Name of a scenario. */
  @Param("s1")
  public String scenario = "";

  /** Name of a contender. */
  @Param("writ")
  public String contender = "";

  private Decider decider = number -> false;
  private int last;

  /** Where a thread is in the requests. */
  @State(Scope.Thread)
  public static class Cursor {
    private int next;
  }

  /** Makes the contender ready. */
  @Setup
  public void prepare() {
    Scenario made = Scenarios.make(scenario);
    Decider prepared = Contenders.named(contender).prepare(made);
    if (prepared == null) {
      throw new IllegalArgumentException(contender + " does not say " + scenario);
    }
    decider = prepared;
    last = made.requests().size() - 1;
    System.gc(); // else what is measured lies scattered among what compiling left behind
  }

  /** Decides the next request. */
  @Benchmark
  public boolean decide(Cursor cursor) {
    int number = cursor.next;
    cursor.next = number + 1 & last;
    return decider.permits(number);
  }
}
