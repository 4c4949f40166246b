package dev.writ.dsl.cli;

import dev.writ.dsl.bench.BenchResult;
import dev.writ.dsl.bench.Histogram;
import dev.writ.dsl.report.ColumnPlot;
import dev.writ.dsl.report.CurvePlot;
import dev.writ.dsl.report.HtmlPage;
import dev.writ.dsl.report.RankPlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What was measured as a page with plots.
 *
 * @param report what was measured
 */
record BenchPage(BenchReport report) {
  private static final int BARS = 48;
  private static final int RANKS = 10;
  private static final int POINTS = 200;

  /** How many nines the curve shows at most: 99.99 percent are four. */
  private static final double NINES = 4;

  String write() {
    BenchResult result = report.result();
    HtmlPage page =
        new HtmlPage("What decisions cost").note(report.subject()).figures(figures(result));
    page.heading("How long decisions take").plot(histogram(result.times()));
    page.note(
        "The scale is logarithmic. The last bar, in another colour, holds the slowest thousandth.");
    page.heading("How long the slowest take").plot(percentiles(result.times()));
    page.note("Read: so many percent of decisions take no longer. " + clock());
    page.heading("Dearest slices").plot(slices(result)).table(report.slices());
    if (!result.rules().measured().isEmpty()) {
      page.heading("Dearest rules").table(report.rules());
      page.note(
          "Alone: how much longer a decision on these requests takes with the rule than with no"
              + " rule at all. In the whole set rules share work, so these do not add up.");
    }
    report.rest().forEach(page::note);
    page.heading("What was decided").table(report.asked().counts().byReason());
    return page.write(foot());
  }

  private String clock() {
    String text = report.clock();
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1) + ".";
  }

  private static String foot() {
    return "writ bench on Java "
        + Runtime.version()
        + ", "
        + System.getProperty("os.name", "")
        + ", "
        + Words.count(Runtime.getRuntime().availableProcessors(), "processor")
        + ". Durations on shared machines vary from run to run.";
  }

  private List<HtmlPage.Figure> figures(BenchResult result) {
    List<HtmlPage.Figure> figures = new ArrayList<>();
    BenchReport.percentiles(result.times())
        .forEach(
            (percent, nanos) ->
                figures.add(new HtmlPage.Figure(BenchReport.name(percent), Amounts.nanos(nanos))));
    figures.add(new HtmlPage.Figure("longest", Amounts.nanos(result.times().most())));
    figures.add(new HtmlPage.Figure("decisions a second", Amounts.whole(result.throughput())));
    figures.add(new HtmlPage.Figure("allocated a decision", report.bytes()));
    return figures;
  }

  private static ColumnPlot histogram(Histogram times) {
    long rest = times.percentile(99.9);
    List<ColumnPlot.Bar> bars = new ArrayList<>();
    for (Histogram.Bar bar : times.bars(BARS)) {
      boolean apart = bar.from() > rest;
      double share = (double) bar.count() / times.count();
      String from = Amounts.nanos(bar.from());
      String text =
          (apart ? "from " + from + " on" : from + " to " + Amounts.nanos(bar.below()))
              + ": "
              + Amounts.share(share);
      bars.add(new ColumnPlot.Bar(from, share, text, apart));
    }
    return new ColumnPlot("histogram of how long decisions take", bars);
  }

  private static CurvePlot percentiles(Histogram times) {
    double nines = Math.min(NINES, Math.max(1, Math.log10((double) Math.max(10, times.count()))));
    List<CurvePlot.Point> points = new ArrayList<>();
    for (int i = 0; i <= POINTS; i++) {
      double x = (double) i / POINTS;
      double percent = 100 - 100 * Math.pow(10, -nines * x);
      points.add(new CurvePlot.Point(x, (double) Math.max(1, times.percentile(percent))));
    }
    List<CurvePlot.Mark> marks = new ArrayList<>();
    marks.add(new CurvePlot.Mark(0, "0 %"));
    Map<Double, String> named =
        new java.util.TreeMap<>(
            Map.of(50.0, "50 %", 90.0, "90 %", 99.0, "99 %", 99.9, "99.9 %", 99.99, "99.99 %"));
    named.forEach(
        (percent, name) -> {
          double x = -Math.log10(1 - percent / 100) / nines;
          if (x <= 1.0001) {
            marks.add(new CurvePlot.Mark(Math.min(1, x), name));
          }
        });
    return new CurvePlot("percentiles of how long decisions take", points, marks, levels(points));
  }

  /** Round durations around the curve: 1, 2 and 5 times a power of ten. */
  private static List<CurvePlot.Mark> levels(List<CurvePlot.Point> points) {
    double low = points.get(0).y();
    double high = points.get(points.size() - 1).y();
    boolean wide = high / low > 1_000;
    List<CurvePlot.Mark> levels = new ArrayList<>();
    for (double power = 1; power <= high * 10; power *= 10) {
      for (double step : wide ? new double[] {1} : new double[] {1, 2, 5}) {
        double level = power * step;
        if (level * 2.5 > low && level < high * 2.5) {
          levels.add(new CurvePlot.Mark(level, Amounts.nanos(level)));
        }
      }
    }
    return levels;
  }

  private RankPlot slices(BenchResult result) {
    return new RankPlot(
        "slices by their share of the time",
        result.slices().stream()
            .limit(RANKS)
            .map(
                slice ->
                    new RankPlot.Rank(
                        report.name(slice.slot()), slice.share(), Amounts.share(slice.share())))
            .toList());
  }
}
