package dev.writ.dsl.report;

import java.util.List;

/**
 * A page for a browser that holds everything itself: no script, no font, no picture from elsewhere.
 * Light or dark as the reader's system says. Not thread-safe.
 */
public final class HtmlPage {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1c2330; --soft: #5a6478; --paper: #fff;
        --line: #d9dee7; --trough: #eef1f6; --bar: #2f6db5; --apart: #b5652f; --good: #1d7a3e;
        --bad: #b3261e; --warn: #8a5a00; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #e4e8ef; --soft: #98a2b5; --paper: #14181f; --line: #333b49;
          --trough: #222936; --bar: #6aa5e8; --apart: #e0935c; --good: #6cc58b; --bad: #f08b84;
          --warn: #e0b35c; }
      }
      body { background: var(--paper); color: var(--ink); max-width: 46rem; margin: 2rem auto;
        padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; }
      h1 { font-size: 1.5rem; margin-bottom: .25rem; }
      h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
      p { margin: .5rem 0; }
      .soft, footer { color: var(--soft); font-size: .875rem; }
      dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 1rem;
        margin: 1.25rem 0; }
      dt { color: var(--soft); font-size: .8rem; }
      dd { margin: 0; font-size: 1.35rem; font-variant-numeric: tabular-nums; }
      footer { margin: 2rem 0 1rem; }
      .wide { overflow-x: auto; }
      table { border-collapse: collapse; width: 100%; font-size: .9rem; }
      th { text-align: left; color: var(--soft); font-weight: 500; }
      th, td { padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line);
        vertical-align: top; overflow-wrap: break-word; }
      th:last-child, td:last-child { padding-right: 0; }
      @media (max-width: 30rem) { table { font-size: .8rem; } th, td { padding-right: .5rem; } }
      .n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
      svg { display: block; width: 100%; height: auto; margin: .5rem 0; }
      .wide svg { min-width: 36rem; }
      svg text { fill: var(--ink); font: 13px system-ui, sans-serif; }
      svg .axis { fill: var(--soft); font-size: 12px; }
      .bar { fill: var(--bar); } .apart { fill: var(--apart); } .trough { fill: var(--trough); }
      .base, .grid { stroke: var(--line); } .curve { fill: none; stroke: var(--bar); stroke-width: 2.5; }
      .good { color: var(--good); } .bad { color: var(--bad); } .warn { color: var(--warn); } .strong { font-weight: 600; }
      .faint { color: var(--soft); } .note { color: var(--bar); } .plain { color: inherit; }
      """;

  private final Markup out = new Markup();

  /**
   * A number that stands out.
   *
   * @param name what it is
   * @param value the number with its unit
   */
  public record Figure(String name, String value) {}

  /**
   * A page.
   *
   * @param title what it is about
   */
  public HtmlPage(String title) {
    out.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head").raw("\n");
    out.open("meta", "charset", "utf-8").raw("\n");
    out.open(
            "meta",
            "http-equiv",
            "Content-Security-Policy",
            "content",
            "default-src 'none'; style-src 'unsafe-inline'")
        .raw("\n");
    out.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .raw("\n");
    out.element("title", title);
    out.open("style").raw("\n" + STYLE).close("style").close("head").open("body").raw("\n");
    out.element("h1", title);
  }

  /** Adds a paragraph in small print. */
  public HtmlPage note(String text) {
    out.element("p", text, "class", "soft");
    return this;
  }

  /** Adds a heading. */
  public HtmlPage heading(String text) {
    out.element("h2", text);
    return this;
  }

  /** Adds numbers beside each other. */
  public HtmlPage figures(List<Figure> figures) {
    out.open("dl").raw("\n");
    for (Figure figure : figures) {
      out.open("div").element("dt", figure.name()).element("dd", figure.value()).close("div");
    }
    out.close("dl");
    return this;
  }

  /** Adds a picture. */
  public HtmlPage plot(Plot plot) {
    out.open("div", "class", "wide").raw(plot.svg()).close("div");
    return this;
  }

  /** Adds a table. */
  public HtmlPage table(Table table) {
    out.open("div", "class", "wide").open("table").open("thead").open("tr").raw("\n");
    for (Column column : table.columns()) {
      out.element("th", column.title(), "class", column.right() ? "n" : "w");
    }
    out.close("tr").close("thead").open("tbody").raw("\n");
    for (List<Cell> row : table.rows()) {
      out.open("tr");
      for (int i = 0; i < row.size(); i++) {
        String align = table.columns().get(i).right() ? "n " : "";
        out.element("td", row.get(i).text(), "class", align + css(row.get(i).ink()));
      }
      out.close("tr");
    }
    out.close("tbody").close("table").close("div");
    return this;
  }

  private static String css(Ink ink) {
    return ink.name().toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * The page.
   *
   * @param foot what stands at its end
   */
  public String write(String foot) {
    Markup whole = new Markup().raw(out.toString());
    return whole.element("footer", foot).close("body").close("html").toString();
  }
}
