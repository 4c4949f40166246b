package dev.writ.core.model;

import java.util.Arrays;

/**
 * A pattern over whole strings: {@code *} stands for any code points, {@code ?} for one, and {@code
 * \*}, {@code \?}, {@code \\} for the character itself.
 *
 * <p>Immutable, thread-safe. Matching keeps two positions and steps back to the last star only, so
 * it takes at most the product of both lengths and no memory.
 */
public final class Glob {

  private static final int STAR = -1;
  private static final int ONE = -2;

  private final String source;
  private final int[] tokens;

  private Glob(String source, int[] tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  /**
   * The pattern written so, as a literal's text after its own escapes are resolved.
   *
   * @throws InvalidValueException if a backslash stands before anything but {@code *}, {@code ?} or
   *     a backslash
   */
  public static Glob parse(String source) throws InvalidValueException {
    if (!Utf16.isWellFormed(source)) {
      throw invalid(source, "it holds half a surrogate pair");
    }
    int[] points = source.codePoints().toArray();
    int[] tokens = new int[points.length];
    int count = 0;
    for (int i = 0; i < points.length; i++) {
      if (points[i] == '\\') {
        i++;
        if (i == points.length || "*?\\".indexOf(points[i]) < 0) {
          throw invalid(source, "a backslash stands before `*`, `?` or another backslash only");
        }
        tokens[count++] = points[i];
      } else {
        tokens[count++] = token(points[i]);
      }
    }
    return new Glob(source, Arrays.copyOf(tokens, count));
  }

  /** The pattern of one segment of a path, in which a backslash cannot stand. */
  static Glob ofSegment(String segment) {
    return new Glob(segment, segment.codePoints().map(Glob::token).toArray());
  }

  private static InvalidValueException invalid(String source, String problem) {
    return new InvalidValueException("", Shown.text(source) + " is not a pattern: " + problem);
  }

  private static int token(int codePoint) {
    return codePoint == '*' ? STAR : codePoint == '?' ? ONE : codePoint;
  }

  /** Whether the whole text matches. */
  public boolean matches(String text) {
    return matches(text, 0, text.length());
  }

  boolean matches(String text, int start, int end) {
    int at = start;
    int token = 0;
    int star = -1;
    int resume = start;
    while (at < end) {
      if (token < tokens.length && tokens[token] == STAR) {
        star = token++;
        resume = at;
      } else if (token < tokens.length && fits(tokens[token], text.codePointAt(at))) {
        token++;
        at = text.offsetByCodePoints(at, 1);
      } else if (star >= 0) {
        resume = text.offsetByCodePoints(resume, 1);
        at = resume;
        token = star + 1;
      } else {
        return false;
      }
    }
    while (token < tokens.length && tokens[token] == STAR) {
      token++;
    }
    return token == tokens.length;
  }

  private static boolean fits(int token, int codePoint) {
    return token == ONE || token == codePoint;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && source.equals(glob.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  /** The text it was parsed from. */
  @Override
  public String toString() {
    return source;
  }
}
