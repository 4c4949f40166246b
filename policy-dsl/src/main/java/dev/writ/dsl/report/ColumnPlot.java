package dev.writ.dsl.report;

import java.util.List;

/**
 * Upright bars beside each other, such as a histogram.
 *
 * @param title what is seen, in words
 * @param bars from left to right
 */
public record ColumnPlot(String title, List<Bar> bars) implements Plot {
  private static final double WIDTH = 720;
  private static final double HEIGHT = 240;
  private static final double FOOT = 34;
  private static final double HEAD = 18;
  private static final int LABELS = 9;

  public ColumnPlot {
    bars = List.copyOf(bars);
  }

  /**
   * A bar.
   *
   * @param label what stands below it, where there is room
   * @param value how high it is, 0 or more
   * @param text what it says when pointed at
   * @param apart whether it is of another kind, such as the rest
   */
  public record Bar(String label, double value, String text, boolean apart) {}

  @Override
  public String svg() {
    Markup out = new Markup();
    out.open("svg", "viewBox", "0 0 720 240", "role", "img", "aria-label", title);
    double most = bars.stream().mapToDouble(Bar::value).max().orElse(0);
    double step = WIDTH / Math.max(1, bars.size());
    int every = 1 + (bars.size() - 1) / LABELS;
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double height = most == 0 ? 0 : bar.value() / most * (HEIGHT - FOOT - HEAD);
      out.open("g").element("title", bar.text());
      out.open(
              "rect",
              "class",
              bar.apart() ? "apart" : "bar",
              "x",
              i * step + 1,
              "y",
              HEIGHT - FOOT - height,
              "width",
              Math.max(1, step - 2),
              "height",
              height)
          .close("rect");
      if (i % every == 0) {
        out.element(
            "text",
            bar.label(),
            "class",
            "axis",
            "x",
            i == 0 ? 0.0 : i * step + step / 2,
            "y",
            HEIGHT - FOOT + 18,
            "text-anchor",
            i == 0 ? "start" : "middle");
      }
      out.close("g");
    }
    out.open(
            "line", "class", "base", "x1", 0, "x2", WIDTH, "y1", HEIGHT - FOOT, "y2", HEIGHT - FOOT)
        .close("line");
    return out.close("svg").toString();
  }
}
