package dev.writ.core.model;

import org.jspecify.annotations.Nullable;

/**
 * A canonical absolute path.
 *
 * <p>It starts with {@code /} and has no segment that is empty, {@code .} or {@code ..}, no
 * backslash, no NUL and, but for the root {@code /} itself, no {@code /} at its end. Nothing is
 * normalised: what is not canonical is no path.
 */
public record PathValue(String text) implements Value {

  /** The path without segments. */
  public static final PathValue ROOT = new PathValue("/");

  /**
   * @throws IllegalArgumentException if the text is no canonical path
   */
  public PathValue {
    String problem = problem(text);
    if (problem != null) {
      throw new IllegalArgumentException(message(text, problem));
    }
  }

  /**
   * The path written so.
   *
   * @throws InvalidValueException if the text is no canonical path
   */
  public static PathValue parse(String text) throws InvalidValueException {
    String problem = problem(text);
    if (problem != null) {
      throw new InvalidValueException("", message(text, problem));
    }
    return new PathValue(text);
  }

  /**
   * The path written so, where a text without leading {@code /} is taken from a base. A text with
   * one is taken as it is: the base is no fence.
   *
   * @throws InvalidValueException if the text is no canonical path
   */
  public static PathValue parse(String text, PathValue base) throws InvalidValueException {
    return text.startsWith("/") ? parse(text) : parse(base.below() + text);
  }

  private static String message(String text, String problem) {
    return Shown.text(text) + " is not a Path: " + problem;
  }

  static @Nullable String problem(String text) {
    if (!text.startsWith("/")) {
      return "it does not start with `/`";
    }
    if (text.indexOf('\\') >= 0) {
      return "it holds a backslash";
    }
    if (text.indexOf('\0') >= 0) {
      return "it holds a NUL";
    }
    if (!Utf16.isWellFormed(text)) {
      return "it holds half a surrogate pair";
    }
    return text.length() == 1 ? null : segmentProblem(text);
  }

  private static @Nullable String segmentProblem(String text) {
    if (text.endsWith("/")) {
      return "it ends with `/`";
    }
    for (int start = 1; start <= text.length(); ) {
      int end = PathPattern.segmentEnd(text, start);
      if (end == start) {
        return "it has an empty segment";
      }
      if (isDots(text, start, end)) {
        return "it has a segment `" + text.substring(start, end) + "`";
      }
      start = end + 1;
    }
    return null;
  }

  static boolean isDots(String text, int start, int end) {
    boolean one = end - start == 1 && text.charAt(start) == '.';
    return one || (end - start == 2 && text.startsWith("..", start));
  }

  /** The last segment; empty for the root. */
  public String name() {
    return text.substring(text.lastIndexOf('/') + 1);
  }

  /** Whether this path is the base or lies below it, by whole segments. */
  public boolean isUnder(PathValue base) {
    return equals(base) || text.startsWith(base.below());
  }

  private String below() {
    return text.length() == 1 ? text : text + "/";
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitPath(this);
  }
}
