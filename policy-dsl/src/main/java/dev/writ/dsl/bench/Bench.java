package dev.writ.dsl.bench;

import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Slot;
import dev.writ.dsl.bench.Stint.Taken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Measures the decisions of a policy set.
 *
 * @param meter reads time and memory
 * @param engines makes an engine of a set
 * @param policies the set
 * @param questions what is asked, in this order; one at least
 * @param settings how much is measured
 * @param stages told what is being done, for people who wait
 */
public record Bench(
    Meter meter,
    Function<PolicySet, PolicyEngine> engines,
    PolicySet policies,
    List<Question> questions,
    BenchSettings settings,
    Consumer<String> stages) {

  /** So many readings of the clock a timed decision, or batch, takes at least. */
  static final int CLOCKS = 20;

  private static final int LARGEST_BATCH = 1 << 12;
  private static final int BLOCK_CLOCKS = 5_000;

  public Bench {
    questions = List.copyOf(questions);
    if (questions.isEmpty()) {
      throw new IllegalArgumentException("nothing is asked");
    }
  }

  /** Measures. Takes a little over twice the time that the settings give, and the warm-up. */
  public BenchResult run() {
    double clock = ClockCost.of(meter);
    try (PolicyEngine engine = engines.apply(policies)) {
      stages.accept("warming up");
      Team team = new Team(settings.threads());
      Until warm = Until.passed(settings.warmUp(), questions.size());
      team.run(stint(engine, questions, 1), warm);
      double mean = stint(engine, questions, 1).run(calibration(), 0).mean();
      int batch = batch(mean, clock);
      stages.accept("measuring");
      Taken taken = team.run(stint(engine, questions, batch), measured());
      List<SliceCost> slices = slices(engine, batch);
      int block = (int) Math.min(1 << 16, 1 + Math.round(BLOCK_CLOCKS * clock / Math.max(1, mean)));
      stages.accept("measuring rules");
      RuleCosts rules = new RuleTrials(meter, engines, policies, questions, block).run(half());
      return new BenchResult(
          settings,
          clock,
          batch,
          taken.times(),
          taken.decisions(),
          taken.end() - taken.start(),
          bytes(taken),
          slices,
          rules);
    }
  }

  private Stint stint(PolicyEngine engine, List<Question> asked, int batch) {
    return new Stint(meter, engine, asked, batch);
  }

  private Until calibration() {
    return Until.passed(settings.measured().dividedBy(20), questions.size());
  }

  private Until measured() {
    return settings.rounds() > 0
        ? Until.done(Math.multiplyExact(settings.rounds(), questions.size()))
        : Until.passed(settings.measured(), questions.size());
  }

  private Duration half() {
    return settings.measured().dividedBy(2);
  }

  private static int batch(double mean, double clock) {
    int batch = 1;
    while (batch < LARGEST_BATCH && batch * mean < CLOCKS * clock) {
      batch *= 2;
    }
    return batch;
  }

  private static OptionalDouble bytes(Taken taken) {
    return taken.bytes().isPresent()
        ? OptionalDouble.of((double) taken.bytes().getAsLong() / taken.decisions())
        : OptionalDouble.empty();
  }

  private List<SliceCost> slices(PolicyEngine engine, int batch) {
    Map<Optional<Slot>, List<Question>> bySlot = new LinkedHashMap<>();
    for (Question question : questions) {
      bySlot
          .computeIfAbsent(question.slots().stream().findFirst(), slot -> new ArrayList<>())
          .add(question);
    }
    Duration each = half().dividedBy(bySlot.size());
    List<SliceTaken> taken = new ArrayList<>();
    bySlot.forEach(
        (slot, asked) -> {
          stages.accept("measuring slice " + (taken.size() + 1) + " of " + bySlot.size());
          Until until = Until.passed(each, asked.size());
          taken.add(
              new SliceTaken(
                  slot.orElse(null), asked.size(), stint(engine, asked, batch).run(until, 0)));
        });
    double all = taken.stream().mapToDouble(SliceTaken::weight).sum();
    return taken.stream()
        .sorted(Comparator.comparingDouble(SliceTaken::weight).reversed())
        .map(slice -> slice.of(all))
        .toList();
  }

  private record SliceTaken(@Nullable Slot slot, int questions, Taken taken) {
    double weight() {
      return taken.mean() * questions;
    }

    SliceCost of(double all) {
      return new SliceCost(slot, questions, taken.times(), all == 0 ? 0 : weight() / all);
    }
  }
}
