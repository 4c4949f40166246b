package dev.writ.bench.guard;

import dev.writ.bench.measure.Pair;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures every scenario that has a budget, tells how each stands, and says whether all are within
 * theirs. A scenario that is not is measured once more.
 */
public final class Guard {
  private final Budgets budgets;
  private final Meter meter;
  private final PrintStream out;

  /** What measures scenarios; a scenario may be missing in the answer where it could not be. */
  interface Meter {
    Map<String, Pair> measure(List<String> scenarios);
  }

  Guard(Budgets budgets, Meter meter, PrintStream out) {
    this.budgets = budgets;
    this.meter = meter;
    this.out = out;
  }

  /**
   * Guards by the budgets in this file.
   *
   * @return whether all scenarios are within their budgets
   * @throws IllegalArgumentException if the file is no budget file
   * @throws IOException if it cannot be read
   */
  public static boolean run(Path file, PrintStream out) throws IOException {
    return new Guard(Budgets.read(file), Forks.OF_WRIT, out).run();
  }

  boolean run() {
    List<Row> rows = rows(budgets.all());
    List<Budget> again = rows.stream().filter(row -> !row.passes()).map(Row::budget).toList();
    if (!again.isEmpty()) {
      rows.stream().filter(row -> !row.passes()).forEach(row -> out.println(row.text()));
      out.println("once more: " + again.stream().map(Budget::scenario).toList());
      List<Row> second = rows(again);
      rows = rows.stream().map(row -> better(row, second)).toList();
    }
    out.println(Row.HEADER);
    rows.forEach(row -> out.println(row.text()));
    List<String> failed =
        rows.stream().filter(row -> !row.passes()).map(row -> row.budget().scenario()).toList();
    out.println(failed.isEmpty() ? "all within their budgets" : "over budget: " + failed);
    return failed.isEmpty();
  }

  private List<Row> rows(List<Budget> some) {
    Map<String, Pair> measured = meter.measure(some.stream().map(Budget::scenario).toList());
    List<Row> rows = new ArrayList<>();
    for (Budget budget : some) {
      rows.add(new Row(budget, measured.get(budget.scenario())));
    }
    return rows;
  }

  private static Row better(Row first, List<Row> second) {
    return second.stream()
        .filter(row -> row.budget().equals(first.budget()))
        .findFirst()
        .map(first::or)
        .orElse(first);
  }
}
