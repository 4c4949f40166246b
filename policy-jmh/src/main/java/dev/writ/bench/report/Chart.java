package dev.writ.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Results as bars in SVG, on a logarithmic scale: for each scenario the floor as a line, Writ and
 * the others as bars. Its colours fit light and dark pages.
 */
public final class Chart {
  private static final String FLOOR = "floor";
  private static final int LEFT = 170;
  private static final int WIDTH = 860;
  private static final int RIGHT = 150;
  private static final int ROW = 19;
  private static final int BAR = 13;
  private static final int HEAD = 30;
  private static final int TOP = 84;

  private static final String STYLE =
      """
      <style>
        text { font: 12px system-ui, sans-serif; fill: #24292f }
        .title { font-size: 16px; font-weight: 600 }
        .head { font-weight: 600 }
        .small { font-size: 11.5px; fill: #57606a }
        .own { font-size: 11.5px; font-weight: 600; fill: #0550ae }
        .page { fill: #ffffff }
        .grid { stroke: #d8dee4 }
        .line { stroke: #1a7f37; stroke-width: 2 }
        .floor { font-size: 11.5px; fill: #1a7f37 }
        .writ { fill: #0969da } .other { fill: #b0b7c0 }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3 } .small { fill: #9da7b3 } .own { fill: #79c0ff }
          .page { fill: #0d1117 } .grid { stroke: #2a313a }
          .line { stroke: #3fb950 } .floor { fill: #3fb950 }
          .writ { fill: #4493f8 } .other { fill: #57606a }
        }
      </style>
      """;

  private final Map<String, List<Measurement>> byScenario = new LinkedHashMap<>();
  private final UnaryOperator<String> titles;
  private final double least;
  private final double most;

  /**
   * A chart of results.
   *
   * @param contenders which are shown
   * @param titles what a scenario is, in some words
   * @throws IllegalArgumentException if there is nothing of them to show
   */
  public Chart(Results results, List<String> contenders, UnaryOperator<String> titles) {
    this.titles = titles;
    double low = Double.MAX_VALUE;
    double high = 0;
    for (Measurement one : results.measurements()) {
      if (one.isAverage() && contenders.contains(one.contender())) {
        byScenario.computeIfAbsent(one.scenario(), name -> new ArrayList<>()).add(one);
        low = Math.min(low, one.cpu());
        high = Math.max(high, one.cpu());
      }
    }
    if (byScenario.isEmpty()) {
      throw new IllegalArgumentException("there are no results of " + contenders);
    }
    least = Math.pow(10, Math.floor(Math.log10(low)));
    most = Math.pow(10, Math.ceil(Math.log10(high)));
  }

  /** The text of the SVG file. */
  public String svg() {
    StringBuilder body = new StringBuilder();
    int y = TOP;
    for (Map.Entry<String, List<Measurement>> scenario : byScenario.entrySet()) {
      y = group(body, y, scenario.getKey(), scenario.getValue());
    }
    int height = y + 10;
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">\n"
            .formatted(WIDTH, height));
    svg.append("<title>Time of one decision by scenario and system</title>\n").append(STYLE);
    svg.append("<rect class=\"page\" width=\"%d\" height=\"%d\"/>\n".formatted(WIDTH, height));
    text(svg, "title", 14, 27, "start", "What one decision costs");
    text(
        svg,
        "small",
        14,
        47,
        "start",
        "Processor time, shorter is better; each grid line is ten times the one before. Green: the"
            + " same policy written by hand in Java.");
    grid(svg, height);
    return svg.append(body).append("</svg>\n").toString();
  }

  private int group(StringBuilder svg, int top, String scenario, List<Measurement> all) {
    text(svg, "head", 14, top + 20, "start", titles.apply(scenario));
    Measurement floor =
        all.stream().filter(one -> one.contender().equals(FLOOR)).findFirst().orElse(null);
    int first = top + HEAD;
    int y = first;
    for (Measurement one : all) {
      if (!one.contender().equals(FLOOR)) {
        bar(svg, y, one, floor == null ? Double.NaN : one.cpu() / floor.cpu());
        y += ROW;
      }
    }
    if (floor != null) {
      svg.append(
          line(
              "<line class=\"line\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\"/>\n",
              x(floor.cpu()), first - 2, y + ROW - 5));
      text(svg, "floor", LEFT - 8, y + 11, "end", "by hand");
      text(svg, "floor", x(floor.cpu()) + 6, y + 11, "start", Figures.nanos(floor.cpu()));
      y += ROW;
    }
    return y;
  }

  private void grid(StringBuilder svg, int height) {
    for (double decade = least; decade <= most * 1.001; decade *= 10) {
      svg.append(
          line(
              "<line class=\"grid\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\"/>\n",
              x(decade), TOP, height - 8));
      text(svg, "small", x(decade), TOP - 8, "middle", Figures.nanos(decade).replace(".0", ""));
    }
  }

  private void bar(StringBuilder svg, int y, Measurement one, double ratio) {
    boolean own = one.contender().startsWith("writ");
    text(svg, own ? "own" : "small", LEFT - 8, y + BAR - 2, "end", one.contender());
    svg.append(
        line(
            "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>\n",
            own ? "writ" : "other", LEFT, y, Math.max(2, x(one.cpu()) - LEFT), BAR));
    String times = Double.isNaN(ratio) ? "" : ", " + Figures.times(ratio) + " by hand";
    text(
        svg,
        own ? "own" : "small",
        x(one.cpu()) + 6,
        y + BAR - 2,
        "start",
        Figures.nanos(one.cpu()) + times);
  }

  private double x(double nanos) {
    double part = (Math.log10(nanos) - Math.log10(least)) / (Math.log10(most) - Math.log10(least));
    return LEFT + part * (WIDTH - LEFT - RIGHT);
  }

  private static void text(
      StringBuilder svg, String style, double x, int y, String anchor, String text) {
    svg.append(
        line(
            "<text class=\"%s\" x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>\n",
            style, x, y, anchor, text));
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
