package dev.writ.bench;

import dev.writ.bench.guard.Guard;
import dev.writ.bench.report.Chart;
import dev.writ.bench.report.ComparisonTable;
import dev.writ.bench.report.Results;
import dev.writ.bench.report.RowsPage;
import dev.writ.bench.row.Figure;
import dev.writ.bench.row.Rows;
import dev.writ.bench.scenario.Scenario;
import dev.writ.bench.scenario.Scenarios;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** The command line of the benchmarks. */
public final class Main {
  private static final String USAGE =
      """
      usage: java -jar benchmarks.jar COMMAND [ARGUMENTS]
        scenarios                 lists the scenarios
        check [SCENARIO…]         holds the answers of all contenders against the floor's
        guard BUDGETS             measures Writ against the floor, and fails where it passes a budget
        compare FOLDER [--quick] [SCENARIO… [-- CONTENDER…]]
                                  measures with JMH; writes comparison.json and comparison.md
        rows FOLDER [ROW…]        measures loading, memory, JSON, threads and more; writes rows.md
        report FOLDER             writes comparison.md and chart.svg of comparison.json again
      """;

  private static final List<String> SYSTEMS =
      List.of("floor", "writ", "cedar-java", "cel-java-fused", "cel-java", "jcasbin");
  private static final List<String> CHARTED =
      List.of("s1", "s2-100", "s2-10000", "s2-1000000", "s3", "s4", "s5", "github", "tinytodo");

  private Main() {}

  /** Runs a command; the exit code is 0, or 1 where it failed, or 2 where there is none such. */
  public static void main(String[] args) throws IOException, RunnerException {
    System.exit(run(List.of(args), System.out));
  }

  static int run(List<String> args, PrintStream out) throws IOException, RunnerException {
    List<String> rest = args.isEmpty() ? List.of() : args.subList(1, args.size());
    return switch (args.isEmpty() ? "" : args.get(0)) {
      case "scenarios" -> {
        Scenarios.names().forEach(name -> describe(Scenarios.make(name), out));
        yield 0;
      }
      case "check" -> {
        Compare.check(rest.isEmpty() ? Scenarios.names() : rest, out);
        yield 0;
      }
      case "guard" -> rest.size() == 1 ? guard(Path.of(rest.get(0)), out) : usage(out);
      case "compare" -> {
        if (rest.isEmpty()) {
          yield usage(out);
        }
        Path folder = Path.of(rest.get(0));
        new Compare(rest.subList(1, rest.size()), out).run(folder);
        report(folder);
        yield 0;
      }
      case "rows" -> {
        if (rest.isEmpty()) {
          yield usage(out);
        }
        yield rows(Path.of(rest.get(0)), rest.subList(1, rest.size()), out);
      }
      case "report" -> {
        if (rest.size() != 1) {
          yield usage(out);
        }
        report(Path.of(rest.get(0)));
        yield 0;
      }
      default -> usage(out);
    };
  }

  private static int usage(PrintStream out) {
    out.print(USAGE);
    return 2;
  }

  private static int guard(Path budgets, PrintStream out) throws IOException {
    return Guard.run(budgets, out) ? 0 : 1;
  }

  private static int rows(Path folder, List<String> names, PrintStream out) throws IOException {
    List<Figure> figures = new ArrayList<>();
    for (String name : names.isEmpty() ? Rows.names() : names) {
      out.println(name);
      try {
        figures.addAll(Rows.measure(name));
      } catch (Exception e) {
        throw new IllegalStateException("the row " + name + " failed", e);
      }
    }
    List<String> table = Rows.table(figures);
    table.forEach(out::println);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("rows.md"), RowsPage.of(table));
    return 0;
  }

  private static void report(Path folder) throws IOException {
    Results results = Results.read(folder.resolve("comparison.json"));
    Files.writeString(
        folder.resolve("comparison.md"), new ComparisonTable(results, Scenarios::title).page());
    Files.writeString(
        folder.resolve("chart.svg"),
        new Chart(results.only(CHARTED), SYSTEMS, Scenarios::title).svg());
  }

  private static void describe(Scenario scenario, PrintStream out) {
    out.printf(
        "%-16s %s; %d of %d requests permitted%n",
        scenario.name(), scenario.what(), scenario.permits(), scenario.requests().size());
  }
}
