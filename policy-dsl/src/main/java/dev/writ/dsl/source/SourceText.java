package dev.writ.dsl.source;

import java.util.Arrays;

/**
 * One policy text with the name that diagnostics give it.
 *
 * <p>Offsets are UTF-16 units of {@link #text()}; lines end at LF, CRLF or CR. Immutable and safe
 * to share between threads. Two texts are equal only if they are the same object.
 */
public final class SourceText {
  private final String name;
  private final String text;
  private final int[] lineStarts;

  /**
   * Wraps a text.
   *
   * @param name what diagnostics call it, usually a path
   * @param text the whole text, possibly empty
   */
  public SourceText(String name, String text) {
    this.name = name;
    this.text = text;
    this.lineStarts = lineStartsOf(text);
  }

  /** Returns the name that diagnostics show. */
  public String name() {
    return name;
  }

  /** Returns the whole text. */
  public String text() {
    return text;
  }

  /**
   * Returns the part of the text a span covers.
   *
   * @throws IndexOutOfBoundsException if the span ends behind the text
   */
  public String slice(Span span) {
    return text.substring(span.start(), span.end());
  }

  /** Returns the number of lines; an empty text has one. */
  public int lineCount() {
    return lineStarts.length;
  }

  /**
   * Returns the line (from 1) that an offset is on.
   *
   * @throws IndexOutOfBoundsException if the offset is negative or behind the end of the text
   */
  public int lineOf(int offset) {
    if (offset < 0 || offset > text.length()) {
      throw new IndexOutOfBoundsException("offset " + offset + " of " + text.length());
    }
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /**
   * Returns line and column of an offset.
   *
   * @throws IndexOutOfBoundsException if the offset is negative or behind the end of the text
   */
  public Location locate(int offset) {
    int line = lineOf(offset);
    return new Location(line, text.codePointCount(lineStart(line), offset) + 1);
  }

  /** Returns the offset of the first unit of a line (from 1). */
  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /** Returns the offset behind the last unit of a line (from 1), its line break not counted. */
  public int lineEnd(int line) {
    int end = line == lineStarts.length ? text.length() : lineStarts[line];
    while (end > lineStart(line) && isBreak(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }

  private static int[] lineStartsOf(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      if (endsLine(text, i)) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  private static boolean endsLine(String text, int i) {
    char c = text.charAt(i);
    return c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
