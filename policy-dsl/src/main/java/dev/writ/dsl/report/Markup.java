package dev.writ.dsl.report;

import java.util.Locale;

/** Writes elements of HTML and SVG; whatever text goes into them is escaped. Not thread-safe. */
final class Markup {
  private final StringBuilder out = new StringBuilder();

  /** The text as HTML and SVG hold it, in elements and in quoted attributes. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> escape(out, c));
    return out.toString();
  }

  private static void escape(StringBuilder out, int c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> out.appendCodePoint(isControl(c) ? 0xFFFD : c);
    }
  }

  private static boolean isControl(int c) {
    boolean blank = c == '\t' || c == '\n' || c == '\r';
    boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return half || (Character.isISOControl(c) && !blank);
  }

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn
   */
  Markup open(String name, Object... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escape(value(attributes[i + 1]))).append('"');
    }
    out.append('>');
    return this;
  }

  private static String value(Object value) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.1f", number)
        : value.toString();
  }

  /** Closes an element. */
  Markup close(String name) {
    out.append("</").append(name).append(">\n");
    return this;
  }

  /** Writes text. */
  Markup text(String text) {
    out.append(escape(text));
    return this;
  }

  /** Writes an element that holds a text. */
  Markup element(String name, String text, Object... attributes) {
    return open(name, attributes).text(text).close(name);
  }

  /** Writes what is markup already. */
  Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
