package dev.writ.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Results as a table in Markdown: a row for each scenario, a column for each contender. */
public final class ComparisonTable {
  private static final String FLOOR = "floor";

  private final Results results;
  private final List<Measurement> all;

  public ComparisonTable(Results results) {
    this.results = results;
    this.all = results.measurements();
  }

  /** The text of a page. */
  public String page() {
    StringBuilder page = new StringBuilder();
    page.append("# Comparison\n\n")
        .append("Time of the processor and bytes allocated for a decision, by one thread; in ")
        .append("parentheses how often the floor's time. Raw results: `comparison.json`.\n\n")
        .append("Machine: ")
        .append(results.machine())
        .append(".\n\n");
    table().forEach(line -> page.append(line).append('\n'));
    List<String> spread = spread();
    if (!spread.isEmpty()) {
      page.append("\n## Single decisions\n\n")
          .append(
              "By the clock on the wall, each timed by itself, which adds some tens of ns.\n\n");
      spread.forEach(line -> page.append(line).append('\n'));
    }
    return page.toString();
  }

  private List<String> table() {
    Set<String> contenders = new LinkedHashSet<>();
    Set<String> scenarios = new LinkedHashSet<>();
    for (Measurement one : all) {
      if (isAverage(one)) {
        scenarios.add(one.scenario());
        contenders.add(one.contender());
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add("| scenario | " + String.join(" | ", contenders) + " |");
    lines.add("|---|" + "---|".repeat(contenders.size()));
    for (String scenario : scenarios) {
      List<String> cells = new ArrayList<>(List.of(scenario));
      contenders.forEach(contender -> cells.add(cell(scenario, contender)));
      lines.add("| " + String.join(" | ", cells) + " |");
    }
    return lines;
  }

  private static boolean isAverage(Measurement one) {
    return one.mode().equals("avgt") && one.threads() == 1;
  }

  private Optional<Measurement> average(String scenario, String contender) {
    return all.stream()
        .filter(ComparisonTable::isAverage)
        .filter(one -> one.scenario().equals(scenario) && one.contender().equals(contender))
        .findFirst();
  }

  private String cell(String scenario, String contender) {
    return average(scenario, contender)
        .map(
            one ->
                Figures.nanos(one.cpu())
                    + average(scenario, FLOOR)
                        .filter(floor -> !contender.equals(FLOOR))
                        .map(floor -> " (" + Figures.number(one.cpu() / floor.cpu()) + "×)")
                        .orElse("")
                    + ", "
                    + Figures.bytes(one.bytes()))
        .orElse("–");
  }

  private List<String> spread() {
    List<String> lines = new ArrayList<>();
    for (Measurement one : all) {
      if (one.mode().equals("sample")) {
        lines.add(
            "| %s | %s | %s | %s | %s |"
                .formatted(
                    one.scenario(),
                    one.contender(),
                    percentile(one, "50.0"),
                    percentile(one, "99.0"),
                    percentile(one, "99.9")));
      }
    }
    if (!lines.isEmpty()) {
      lines.add(0, "|---|---|---|---|---|");
      lines.add(0, "| scenario | contender | p50 | p99 | p99.9 |");
    }
    return lines;
  }

  private static String percentile(Measurement one, String percent) {
    return Figures.nanos(one.percentiles().getOrDefault(percent, Double.NaN));
  }
}
