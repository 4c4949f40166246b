package dev.writ.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was aimed at for single decisions, and how results stand to it. */
final class Targets {
  private static final String WRIT = "writ";
  private static final String FLOOR = "floor";
  private static final double RATIO = 1.5;

  private final List<Measurement> all;
  private final List<String> lines = new ArrayList<>();

  Targets(Results results) {
    this.all = results.measurements();
  }

  /** A row for each target whose scenarios were measured. */
  List<String> table() {
    lines.add("| scenario | measured | target | |");
    lines.add("|---|---|---|---|");
    List.of("s1", "s2-100", "s2-1000", "s2-10000", "s2-1000000", "s3").forEach(this::beside);
    growth("s2-1000000", "s2-100", 5);
    growth("s5", "s1", 2);
    growth("s5-10", "s1", 2);
    spread();
    for (String kind : List.of("or", "range", "glob")) {
      for (String rules : List.of("100", "1000", "10000")) {
        hostile("hostile-" + kind + "-" + rules);
      }
    }
    return lines;
  }

  private Optional<Measurement> average(String scenario, String contender) {
    return all.stream()
        .filter(Measurement::isAverage)
        .filter(one -> one.scenario().equals(scenario) && one.contender().equals(contender))
        .findFirst();
  }

  private Optional<Measurement> sample(String scenario) {
    return all.stream()
        .filter(one -> one.mode().equals("sample"))
        .filter(one -> one.scenario().equals(scenario) && one.contender().equals(WRIT))
        .findFirst();
  }

  private void line(String scenario, String measured, String target, boolean met) {
    lines.add(
        "| " + String.join(" | ", scenario, measured, target, met ? "met" : "**missed**") + " |");
  }

  private void beside(String scenario) {
    Measurement writ = average(scenario, WRIT).orElse(null);
    Measurement floor = average(scenario, FLOOR).orElse(null);
    if (writ != null && floor != null) {
      double ratio = writ.cpu() / floor.cpu();
      line(
          scenario,
          Figures.times(ratio) + " floor, " + Figures.bytes(writ.bytes()),
          "at most 1.5× floor, 0 B",
          ratio <= RATIO && Math.round(writ.bytes()) == 0);
    }
  }

  private void growth(String scenario, String of, double most) {
    Measurement one = average(scenario, WRIT).orElse(null);
    Measurement other = average(of, WRIT).orElse(null);
    if (one != null && other != null) {
      double ratio = one.cpu() / other.cpu();
      line(
          scenario,
          Figures.times(ratio) + " " + of,
          "at most " + Math.round(most) + "× " + of,
          ratio <= most);
    }
  }

  private void spread() {
    sample("s4")
        .ifPresent(
            one ->
                line(
                    "s4",
                    "p50 %s, p99 %s"
                        .formatted(
                            Figures.nanos(one.percentile("50.0")),
                            Figures.nanos(one.percentile("99.0"))),
                    "p50 under 1 µs, p99 under 5 µs",
                    one.percentile("50.0") < 1_000 && one.percentile("99.0") < 5_000));
  }

  private void hostile(String scenario) {
    Measurement one = sample(scenario).orElse(null);
    Measurement usual = sample("s4").orElse(null);
    if (one != null && usual != null) {
      double ratio = one.percentile("99.0") / usual.percentile("99.0");
      line(
          scenario,
          "p99 %s, %s s4".formatted(Figures.nanos(one.percentile("99.0")), Figures.times(ratio)),
          "p99 at most 10× s4",
          ratio <= 10);
    }
  }
}
