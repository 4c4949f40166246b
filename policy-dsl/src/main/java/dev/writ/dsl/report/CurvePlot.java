package dev.writ.dsl.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A curve over an axis that is marked here and there; its height is logarithmic.
 *
 * @param title what is seen, in words
 * @param points the curve, from left to right
 * @param marks what stands below it
 * @param levels what stands beside it
 */
public record CurvePlot(String title, List<Point> points, List<Mark> marks, List<Mark> levels)
    implements Plot {
  private static final double LEFT = 70;
  private static final double RIGHT = 690;
  private static final double TOP = 14;
  private static final double BOTTOM = 206;

  public CurvePlot {
    points = List.copyOf(points);
    marks = List.copyOf(marks);
    levels = List.copyOf(levels);
  }

  /**
   * A point of the curve.
   *
   * @param x from 0, on the left, to 1
   * @param y how high, above 0
   */
  public record Point(double x, double y) {}

  /**
   * A word beside an axis.
   *
   * @param at where on the axis, as in a point
   * @param label the word
   */
  public record Mark(double at, String label) {}

  @Override
  public String svg() {
    Markup out = new Markup();
    out.open("svg", "viewBox", "0 0 720 240", "role", "img", "aria-label", title);
    for (Mark level : levels) {
      double y = y(level.at());
      out.open("line", "class", "grid", "x1", LEFT, "x2", RIGHT, "y1", y, "y2", y).close("line");
      out.element(
          "text", level.label(), "class", "axis", "x", LEFT - 8, "y", y + 4, "text-anchor", "end");
    }
    for (Mark mark : marks) {
      double x = x(mark.at());
      out.open("line", "class", "grid", "x1", x, "x2", x, "y1", TOP, "y2", BOTTOM).close("line");
      out.element(
          "text", mark.label(), "class", "axis", "x", x, "y", BOTTOM + 20, "text-anchor", "middle");
    }
    String line =
        points.stream()
            .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", x(point.x()), y(point.y())))
            .collect(Collectors.joining(" "));
    return out.open("polyline", "class", "curve", "points", line)
        .close("polyline")
        .close("svg")
        .toString();
  }

  private static double x(double at) {
    return LEFT + at * (RIGHT - LEFT);
  }

  private double y(double value) {
    double low = Math.log(lowest());
    double high = Math.log(highest());
    double part = high > low ? (Math.log(value) - low) / (high - low) : 0.5;
    return BOTTOM - part * (BOTTOM - TOP);
  }

  private double lowest() {
    double ofLevels = levels.stream().mapToDouble(Mark::at).min().orElse(Double.MAX_VALUE);
    return Math.min(ofLevels, points.stream().mapToDouble(Point::y).min().orElse(1));
  }

  private double highest() {
    double ofLevels = levels.stream().mapToDouble(Mark::at).max().orElse(0);
    return Math.max(ofLevels, points.stream().mapToDouble(Point::y).max().orElse(1));
  }
}
