package dev.writ.dsl.cli;

import dev.writ.dsl.bench.BenchResult;
import dev.writ.dsl.bench.Histogram;
import dev.writ.dsl.report.Bars;
import dev.writ.dsl.report.Cell;
import dev.writ.dsl.report.Ink;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows what was measured to a person. */
final class BenchText {
  private static final int BARS = 16;
  private static final int NAME = 12;

  private final Shell shell;
  private final Output out;

  BenchText(Shell shell) {
    this.shell = shell;
    this.out = shell.out();
  }

  /**
   * @param page where the page is, or null where there is none
   */
  void print(BenchReport report, @Nullable Path page) {
    BenchResult result = report.result();
    out.line(report.subject());
    out.line("");
    BenchReport.percentiles(result.times())
        .forEach((percent, nanos) -> figure(BenchReport.name(percent), Amounts.nanos(nanos)));
    figure("max", Amounts.nanos(result.times().most()));
    figure("mean", Amounts.nanos(result.times().mean()));
    figure("a second", Amounts.whole(result.throughput()) + " decisions");
    figure("allocated", report.bytes() + (result.bytes().isPresent() ? " a decision" : ""));
    out.line("");
    shell.print(bars(result.times()));
    out.line("");
    shell.print(report.asked().counts().byReason());
    out.line("");
    shell.print(report.slices());
    if (!result.rules().measured().isEmpty()) {
      out.line("");
      shell.print(report.rules());
    }
    out.line("");
    report.rest().forEach(this::note);
    note(report.clock());
    if (!result.rules().measured().isEmpty()) {
      note("a rule alone: how much longer a decision takes with it than with no rule at all");
    }
    if (page != null) {
      note("plots in `" + page + "`");
    }
  }

  private void figure(String name, String value) {
    out.line(out.paint(Ink.FAINT, name) + " ".repeat(NAME - name.length()) + value);
  }

  private void note(String text) {
    out.line(out.paint(Ink.FAINT, text));
  }

  private static Bars bars(Histogram times) {
    List<Histogram.Bar> bars = times.bars(BARS);
    return new Bars(bars.stream().map(bar -> row(bar, times)).toList());
  }

  private static Bars.Bar row(Histogram.Bar bar, Histogram times) {
    boolean rest = bar.from() > times.percentile(99.9);
    String from = (rest ? "\u2265 " : "") + Amounts.nanos(bar.from());
    double share = (double) bar.count() / times.count();
    return new Bars.Bar(Cell.of(from, Ink.FAINT), share, Cell.of(Amounts.share(share)));
  }
}
