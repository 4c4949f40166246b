package dev.writ.dsl.report;

import java.util.List;

/**
 * Bars for a terminal, one a line.
 *
 * @param rows from top to bottom
 */
public record Bars(List<Bar> rows) {

  /** The length of the longest bar where there is room, in characters. */
  private static final int LONGEST = 48;

  private static final int SHORTEST = 8;
  private static final int EIGHTHS = 8;
  private static final String PARTS = " \u258f\u258e\u258d\u258c\u258b\u258a\u2589";
  private static final String GAP = "  ";

  public Bars {
    rows = List.copyOf(rows);
  }

  /**
   * A bar.
   *
   * @param label what stands before it
   * @param value how long it is, 0 or more
   * @param note what stands behind it
   */
  public record Bar(Cell label, double value, Cell note) {
    /** Checks the value. */
    public Bar {
      if (!(value >= 0)) {
        throw new IllegalArgumentException("a bar of length " + value);
      }
    }
  }

  /**
   * The bars as text, a line each, ending in a line feed. The longest fills the room there is; one
   * that is not 0 is never empty.
   *
   * @param width the width of the terminal in characters, or 0 where nothing need be cut
   * @param colour whether escape sequences may be written
   */
  public String render(int width, boolean colour) {
    int labels = rows.stream().mapToInt(row -> length(row.label())).max().orElse(0);
    int notes = rows.stream().mapToInt(row -> length(row.note())).max().orElse(0);
    int room = width == 0 ? LONGEST : width - labels - notes - 2 * GAP.length();
    int longest = Math.max(SHORTEST, Math.min(LONGEST, room));
    double most = rows.stream().mapToDouble(Bar::value).max().orElse(0);
    StringBuilder out = new StringBuilder();
    for (Bar row : rows) {
      String bar = bar(most == 0 ? 0 : row.value() / most, longest);
      out.append(" ".repeat(labels - length(row.label())))
          .append(paint(row.label(), colour))
          .append(GAP)
          .append(Ink.NOTE.paint(bar.stripTrailing(), colour))
          .append(" ".repeat(longest - bar.stripTrailing().length()))
          .append(GAP)
          .append(" ".repeat(notes - length(row.note())))
          .append(paint(row.note(), colour))
          .append('\n');
    }
    return out.toString();
  }

  private static String bar(double part, int longest) {
    int eighths = (int) Math.round(part * longest * EIGHTHS);
    int drawn = part > 0 ? Math.max(1, eighths) : 0;
    String full = "\u2588".repeat(drawn / EIGHTHS);
    return drawn % EIGHTHS == 0 ? full : full + PARTS.charAt(drawn % EIGHTHS);
  }

  private static String paint(Cell cell, boolean colour) {
    return cell.ink().paint(cell.text(), colour);
  }

  private static int length(Cell cell) {
    return cell.text().codePointCount(0, cell.text().length());
  }
}
