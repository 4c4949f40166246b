package dev.writ.dsl.report;

import java.util.Objects;

/**
 * One cell of a table.
 *
 * @param text a single line; line breaks and other control characters are shown as a middle dot
 * @param ink how it is emphasised
 */
public record Cell(String text, Ink ink) {
  public Cell {
    Objects.requireNonNull(ink, "ink");
    text = text.codePoints().anyMatch(Character::isISOControl) ? visible(text) : text;
  }

  /** A cell without emphasis. */
  public static Cell of(String text) {
    return new Cell(text, Ink.PLAIN);
  }

  /** A cell with a number. */
  public static Cell of(long number) {
    return of(Long.toString(number));
  }

  /** A cell with emphasis. */
  public static Cell of(String text, Ink ink) {
    return new Cell(text, ink);
  }

  private static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? '\u00b7' : c));
    return out.toString();
  }
}
