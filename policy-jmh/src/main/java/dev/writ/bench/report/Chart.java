package dev.writ.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Results as bars in SVG, on a logarithmic scale: for each scenario the floor, Writ and the others.
 * Its colours fit light and dark pages.
 */
public final class Chart {
  private static final int LEFT = 190;
  private static final int WIDTH = 860;
  private static final int RIGHT = 90;
  private static final int BAR = 13;
  private static final int GAP = 4;
  private static final int HEAD = 26;
  private static final int TOP = 64;

  private static final String STYLE =
      """
      <style>
        text { font: 12px system-ui, sans-serif; fill: #24292f }
        .title { font-size: 15px; font-weight: 600 }
        .scenario { font-weight: 600 }
        .small { font-size: 11px; fill: #57606a }
        .grid { stroke: #d0d7de }
        .floor { fill: #8c959f } .writ { fill: #0969da } .other { fill: #bf8700 }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3 } .small { fill: #9da7b3 } .grid { stroke: #3d444d }
          .floor { fill: #7d8590 } .writ { fill: #4493f8 } .other { fill: #d29922 }
        }
      </style>
      """;

  private final Map<String, List<Measurement>> byScenario = new LinkedHashMap<>();
  private final double least;
  private final double most;

  /**
   * A chart of results.
   *
   * @param contenders which are shown
   * @throws IllegalArgumentException if there is nothing of them to show
   */
  public Chart(Results results, List<String> contenders) {
    double low = Double.MAX_VALUE;
    double high = 0;
    for (Measurement one : results.measurements()) {
      if (one.mode().equals("avgt") && one.threads() == 1 && contenders.contains(one.contender())) {
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
      text(body, "scenario", 12, y + 15, "start", scenario.getKey());
      y += HEAD;
      for (Measurement one : scenario.getValue()) {
        bar(body, y, one);
        y += BAR + GAP;
      }
    }
    int height = y + 14;
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">\n"
            .formatted(WIDTH, height));
    svg.append("<title>Time of one decision by scenario and system</title>\n").append(STYLE);
    text(svg, "title", 12, 24, "start", "Time of one decision");
    text(
        svg,
        "small",
        12,
        42,
        "start",
        "processor time, logarithmic scale: each line is ten times the one before");
    grid(svg, height);
    return svg.append(body).append("</svg>\n").toString();
  }

  private void grid(StringBuilder svg, int height) {
    for (double decade = least; decade <= most * 1.001; decade *= 10) {
      svg.append(
          line(
              "<line class=\"grid\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\"/>\n",
              x(decade), TOP, height - 8));
      text(svg, "small", x(decade), TOP - 6, "middle", label(decade));
    }
  }

  private static String label(double decade) {
    return Figures.nanos(decade).replace(".0", "");
  }

  private void bar(StringBuilder svg, int y, Measurement one) {
    text(svg, "small", LEFT - 8, y + BAR - 3, "end", one.contender());
    svg.append(
        line(
            "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>\n",
            kind(one.contender()), LEFT, y, Math.max(2, x(one.cpu()) - LEFT), BAR));
    text(svg, "small", x(one.cpu()) + 6, y + BAR - 3, "start", Figures.nanos(one.cpu()));
  }

  private static String kind(String contender) {
    if (contender.equals("floor")) {
      return "floor";
    }
    return contender.startsWith("writ") ? "writ" : "other";
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
