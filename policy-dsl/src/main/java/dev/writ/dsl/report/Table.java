package dev.writ.dsl.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table for a terminal.
 *
 * @param columns at least one
 * @param rows each with one cell a column
 */
public record Table(List<Column> columns, List<List<Cell>> rows) {

  /** The least width that a flexible column is cut to, in characters. */
  private static final int NARROWEST = 12;

  private static final String GAP = "  ";

  /**
   * Copies the rows and checks their length.
   *
   * @throws IllegalArgumentException if there is no column, or a row has more or fewer cells than
   *     there are columns
   */
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (columns.isEmpty() || row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row has " + row.size() + " cells for " + columns.size() + " columns");
      }
    }
  }

  /**
   * The table as text, a line a row, each ending in a line feed.
   *
   * @param width the width of the terminal in characters, or 0 where nothing need be cut
   * @param colour whether escape sequences may be written
   */
  public String render(int width, boolean colour) {
    int[] widths = widths(width);
    StringBuilder out = new StringBuilder();
    List<Cell> titles =
        columns.stream().map(column -> Cell.of(column.title(), Ink.STRONG)).toList();
    line(out, titles, widths, colour);
    List<Cell> rule = new ArrayList<>();
    for (int columnWidth : widths) {
      rule.add(Cell.of("\u2500".repeat(columnWidth), Ink.FAINT));
    }
    line(out, rule, widths, colour);
    rows.forEach(row -> line(out, row, widths, colour));
    return out.toString();
  }

  private int[] widths(int terminal) {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = length(columns.get(i).title());
      for (List<Cell> row : rows) {
        widths[i] = Math.max(widths[i], length(row.get(i).text()));
      }
    }
    int excess = terminal == 0 ? 0 : total(widths) - terminal;
    for (int i = 0; i < widths.length && excess > 0; i++) {
      if (columns.get(i).flexible()) {
        int cut = Math.min(excess, Math.max(0, widths[i] - NARROWEST));
        widths[i] -= cut;
        excess -= cut;
      }
    }
    return widths;
  }

  private static int total(int[] widths) {
    int total = GAP.length() * (widths.length - 1);
    for (int width : widths) {
      total += width;
    }
    return total;
  }

  private void line(StringBuilder out, List<Cell> cells, int[] widths, boolean colour) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String text = cut(cells.get(i).text(), widths[i]);
      String padding = " ".repeat(widths[i] - length(text));
      String painted = cells.get(i).ink().paint(text, colour);
      boolean right = columns.get(i).right();
      boolean last = i == widths.length - 1;
      line.append(right ? padding : "")
          .append(painted)
          .append(right || last ? "" : padding)
          .append(last ? "" : GAP);
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  private static String cut(String text, int width) {
    if (length(text) <= width) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, width - 1)) + "\u2026";
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
