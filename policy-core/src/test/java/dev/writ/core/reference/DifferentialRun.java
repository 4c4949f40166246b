package dev.writ.core.reference;

import dev.writ.core.plan.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Cases of the differential test, from seeds: some requests of one policy set for each. */
final class DifferentialRun {
  /** How many requests are made of one policy set, each in a state and at an instant of its own. */
  static final int REQUESTS = 16;

  private DifferentialRun() {}

  /**
   * A request decided twice.
   *
   * @param seed what the policy set is made from
   * @param number which of its requests
   * @param again whether it was asked before
   * @param mostByMask up to how many rules a slice is searched by masks
   */
  record Case(
      long seed,
      int number,
      boolean again,
      int mostByMask,
      GeneratedWorld world,
      PlanComparison comparison) {

    boolean differs() {
      return comparison.differ();
    }

    /** What differs, in a world made as small as can be; in its own where it needs all others. */
    String small() {
      GeneratedWorld small = Shrinking.of(world, other -> compared(other).differ());
      PlanComparison left = compared(small);
      return "seed %d request %d\n%s\n%s"
          .formatted(seed, number, small, left.differ() ? left : comparison);
    }

    private PlanComparison compared(GeneratedWorld other) {
      Program program = Program.of(other.policies(), other.reference().hash(), mostByMask);
      PlanComparison first = PlanComparison.of(other, program);
      return first.differ() ? first : first.again(other, program);
    }
  }

  /**
   * Decides the requests of a seed, and then all of them again by the same program, which keeps its
   * answers.
   */
  static void each(long seed, Consumer<Case> into) {
    int most = seed % 3 == 0 ? 0 : 64;
    List<GeneratedWorld> worlds =
        GeneratedWorld.wide(new Random(seed * 31), seed % 5 < 3, REQUESTS);
    GeneratedWorld first = worlds.get(0);
    Program program = Program.of(first.policies(), first.reference().hash(), most);
    PlanComparison[] made = new PlanComparison[REQUESTS];
    for (int number = 0; number < REQUESTS; number++) {
      GeneratedWorld world = worlds.get(number);
      made[number] = PlanComparison.of(world, program);
      into.accept(new Case(seed, number, false, most, world, made[number]));
    }
    for (int number = REQUESTS - 1; number >= 0; number--) {
      GeneratedWorld world = worlds.get(number);
      PlanComparison again = made[number].again(world, program);
      into.accept(new Case(seed, number, true, most, world, again));
    }
  }

  /**
   * The first case that differs among those of so many seeds, as one line; null where none does.
   */
  static @Nullable String firstDifference(long from, int seeds) {
    List<String> found = new ArrayList<>();
    for (long seed = from; seed < from + seeds && found.isEmpty(); seed++) {
      each(seed, one -> note(one, found));
    }
    return found.isEmpty() ? null : found.get(0);
  }

  private static void note(Case one, List<String> found) {
    PlanComparison comparison = one.comparison();
    if (one.differs()) {
      found.add(
          "seed %d request %d: %s".formatted(one.seed(), one.number(), comparison.difference()));
    }
  }
}
