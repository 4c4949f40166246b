package dev.writ.bench.row;

import java.util.Locale;

/**
 * Something measured, with its target.
 *
 * @param what what it is
 * @param value the figure, with its unit
 * @param target what is aimed at, or empty where the figure stands for itself
 * @param met whether it is
 */
public record Figure(String what, String value, String target, boolean met) {

  /** A figure without target. */
  static Figure of(String what, String format, Object... values) {
    return new Figure(what, String.format(Locale.ROOT, format, values), "", true);
  }

  /** This figure with a target. */
  Figure target(String text, boolean reached) {
    return new Figure(what, value, text, reached);
  }

  /** A row of a table in Markdown. */
  public String line() {
    String standing = target.isEmpty() ? "" : met ? "met" : "**missed**";
    return "| " + String.join(" | ", what, value, target, standing) + " |";
  }
}
