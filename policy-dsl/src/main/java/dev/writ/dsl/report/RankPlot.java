package dev.writ.dsl.report;

import java.util.List;

/**
 * Bars that lie below each other, each with a name above it, the first on top.
 *
 * @param title what is seen, in words
 * @param ranks from top to bottom
 */
public record RankPlot(String title, List<Rank> ranks) implements Plot {
  private static final double WIDTH = 720;
  private static final double STEP = 42;
  private static final int MOST = 90;

  public RankPlot {
    ranks = List.copyOf(ranks);
  }

  /**
   * A bar.
   *
   * @param name what it stands for; cut in the middle where it is long
   * @param part how much of the width it takes, from 0 to 1
   * @param text what stands at the right
   */
  public record Rank(String name, double part, String text) {}

  @Override
  public String svg() {
    Markup out = new Markup();
    int height = (int) (ranks.size() * STEP) + 4;
    out.open("svg", "viewBox", "0 0 720 " + height, "role", "img", "aria-label", title);
    for (int i = 0; i < ranks.size(); i++) {
      Rank rank = ranks.get(i);
      double top = i * STEP;
      double width = Math.max(0, Math.min(1, rank.part())) * WIDTH;
      out.open("g").element("title", rank.name() + ": " + rank.text());
      out.element("text", cut(rank.name()), "class", "name", "x", 0, "y", top + 15);
      out.element(
          "text", rank.text(), "class", "axis", "x", WIDTH, "y", top + 15, "text-anchor", "end");
      out.open("rect", "class", "trough", "x", 0, "y", top + 22, "width", WIDTH, "height", 10)
          .close("rect");
      out.open("rect", "class", "bar", "x", 0, "y", top + 22, "width", width, "height", 10)
          .close("rect");
      out.close("g");
    }
    return out.close("svg").toString();
  }

  private static String cut(String name) {
    int length = name.codePointCount(0, name.length());
    if (length <= MOST) {
      return name;
    }
    int half = MOST / 2;
    return name.substring(0, name.offsetByCodePoints(0, half))
        + "\u2026"
        + name.substring(name.offsetByCodePoints(0, length - half + 1));
  }
}
