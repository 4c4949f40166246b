package dev.writ.dsl.report;

import java.util.Objects;

/**
 * A column of a table.
 *
 * @param title what stands above it
 * @param right whether its cells are aligned to the right
 * @param flexible whether it gives way when the table is wider than the terminal
 */
public record Column(String title, boolean right, boolean flexible) {
  public Column {
    Objects.requireNonNull(title, "title");
  }

  /** A column of words. */
  public static Column text(String title) {
    return new Column(title, false, false);
  }

  /** A column of long text that is cut, with an ellipsis, where the terminal is too narrow. */
  public static Column flexible(String title) {
    return new Column(title, false, true);
  }

  /** A column of numbers. */
  public static Column number(String title) {
    return new Column(title, true, false);
  }
}
