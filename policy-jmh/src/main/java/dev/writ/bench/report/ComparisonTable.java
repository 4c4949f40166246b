package dev.writ.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Results as a page in Markdown: targets, times and bytes by scenario and contender. */
public final class ComparisonTable {
  private static final String FLOOR = "floor";
  private static final String NONE = "–";

  private static final String HEAD =
      """
      # Comparison

      What one decision costs: the same policy and the same requests for all, whose answers were found equal first. `floor` is plain Java
      written by hand for the one policy; it says only yes or no. Times are the processor's, of one thread; in parentheses how often the
      floor's. Read ratios: absolute times differ between machines and between days. "–": nobody has written this policy for that system,
      or a decision takes so long that it says nothing more (the reference on large sets).

      Raw results, as JMH wrote them: [comparison.json](comparison.json). Contenders and scenarios: [README](../README.md).

      """;

  private final Results results;
  private final UnaryOperator<String> titles;
  private final List<Measurement> averages;

  /**
   * A page of results.
   *
   * @param titles what a scenario is, in some words
   */
  public ComparisonTable(Results results, UnaryOperator<String> titles) {
    this.results = results;
    this.titles = titles;
    this.averages = results.measurements().stream().filter(Measurement::isAverage).toList();
  }

  /** The text of the page. */
  public String page() {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("Machine: ").append(results.machine()).append(".\n");
    section(page, "Targets", new Targets(results).table());
    section(page, "Time", table(this::time));
    section(page, "Bytes allocated", table(one -> Figures.bytes(one.bytes())));
    section(
        page, "Single decisions, by the clock on the wall, which adds some tens of ns", spread());
    return page.toString();
  }

  private static void section(StringBuilder page, String title, List<String> lines) {
    if (lines.size() > 2) {
      page.append("\n## ").append(title).append("\n\n");
      lines.forEach(line -> page.append(line).append('\n'));
    }
  }

  private List<String> table(Function<Measurement, String> cell) {
    Set<String> contenders = new LinkedHashSet<>();
    Set<String> scenarios = new LinkedHashSet<>();
    for (Measurement one : averages) {
      scenarios.add(one.scenario());
      contenders.add(one.contender());
    }
    List<String> lines = new ArrayList<>();
    lines.add("| scenario | " + String.join(" | ", contenders) + " |");
    lines.add("|---|" + "---|".repeat(contenders.size()));
    for (String scenario : scenarios) {
      List<String> cells = new ArrayList<>(List.of(titles.apply(scenario)));
      for (String contender : contenders) {
        cells.add(average(scenario, contender).map(cell).orElse(NONE));
      }
      lines.add("| " + String.join(" | ", cells) + " |");
    }
    return lines;
  }

  private Optional<Measurement> average(String scenario, String contender) {
    return averages.stream()
        .filter(one -> one.scenario().equals(scenario) && one.contender().equals(contender))
        .findFirst();
  }

  private String time(Measurement one) {
    return Figures.nanos(one.cpu())
        + average(one.scenario(), FLOOR)
            .filter(floor -> !one.contender().equals(FLOOR))
            .map(floor -> " (" + Figures.times(one.cpu() / floor.cpu()) + ")")
            .orElse("");
  }

  private List<String> spread() {
    List<String> lines = new ArrayList<>();
    lines.add("| scenario | contender | p50 | p99 | p99.9 |");
    lines.add("|---|---|---|---|---|");
    for (Measurement one : results.measurements()) {
      if (one.mode().equals("sample")) {
        lines.add(
            "| %s | %s | %s | %s | %s |"
                .formatted(
                    titles.apply(one.scenario()),
                    one.contender(),
                    Figures.nanos(one.percentile("50.0")),
                    Figures.nanos(one.percentile("99.0")),
                    Figures.nanos(one.percentile("99.9"))));
      }
    }
    return lines;
  }
}
