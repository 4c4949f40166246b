package dev.writ.dsl.source;

import java.util.Locale;

/**
 * One source line made fit to print, with the underline below it.
 *
 * <p>Control and bidirectional characters are written as {@code \\u{...}}, so that what a terminal
 * shows is what the file holds; a long line is cut around the underlined part.
 *
 * @param line the text to print
 * @param underline spaces and carets, as wide as the printed text in code points
 */
record Excerpt(String line, String underline) {
  private static final int CONTEXT = 100;

  /** Returns the first line of a span, with the part that lies on it underlined. */
  static Excerpt of(SourceText file, Span span) {
    int line = file.lineOf(span.start());
    int lineStart = file.lineStart(line);
    int lineEnd = Math.max(file.lineEnd(line), span.start());
    int end = Math.min(Math.max(span.end(), span.start()), lineEnd);
    int from = boundary(file.text(), Math.max(lineStart, span.start() - CONTEXT));
    int shownEnd = boundary(file.text(), Math.min(end, span.start() + CONTEXT));
    int to = boundary(file.text(), Math.min(lineEnd, shownEnd + CONTEXT));
    String before = (from > lineStart ? "…" : "") + printable(file.text(), from, span.start());
    String marked = printable(file.text(), span.start(), shownEnd);
    String after = printable(file.text(), shownEnd, to) + (to < lineEnd ? "…" : "");
    String carets = "^".repeat(Math.max(1, width(marked)));
    return new Excerpt(before + marked + after, " ".repeat(width(before)) + carets);
  }

  private static int boundary(String text, int offset) {
    boolean splits =
        offset > 0
            && offset < text.length()
            && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    return splits ? offset - 1 : offset;
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String printable(String text, int from, int to) {
    StringBuilder out = new StringBuilder();
    text.substring(from, to).codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    if (c == '\t') {
      out.append("  ");
    } else if (isInvisible(c)) {
      out.append("\\u{").append(Integer.toHexString(c).toUpperCase(Locale.ROOT)).append('}');
    } else {
      out.appendCodePoint(c);
    }
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
