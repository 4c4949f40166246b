package dev.writ.core.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern over whole paths: {@code *} stands for any characters inside a segment, {@code ?} for
 * one, and a segment {@code **} for zero or more whole segments.
 *
 * <p>So {@code /srv/**} matches {@code /srv} and everything below it, and {@code /**} every path.
 * There is no escape: a path holds no backslash. Immutable, thread-safe. Matching steps back to the
 * last {@code **} only, so its time is bounded by the product of the lengths.
 */
public final class PathPattern {

  private final String source;

  /** The patterns of the segments; null stands for {@code **}. */
  private final List<@Nullable Glob> segments;

  private PathPattern(String source, List<@Nullable Glob> segments) {
    this.source = source;
    this.segments = segments;
  }

  /**
   * The pattern written so.
   *
   * @throws InvalidValueException if the text without its wildcards is no canonical path, or {@code
   *     **} is a part of a segment
   */
  public static PathPattern parse(String source) throws InvalidValueException {
    String problem = PathValue.problem(source);
    if (problem != null) {
      throw invalid(source, problem);
    }
    List<@Nullable Glob> segments = new ArrayList<>();
    for (int start = 1; start < source.length(); ) {
      int end = segmentEnd(source, start);
      segments.add(segment(source, source.substring(start, end)));
      start = end + 1;
    }
    return new PathPattern(source, segments);
  }

  private static @Nullable Glob segment(String source, String segment)
      throws InvalidValueException {
    if (segment.equals("**")) {
      return null;
    }
    if (segment.contains("**")) {
      throw invalid(source, "`**` stands for whole segments: write it between slashes, or one `*`");
    }
    return Glob.ofSegment(segment);
  }

  private static InvalidValueException invalid(String source, String problem) {
    return new InvalidValueException("", Shown.text(source) + " is not a path pattern: " + problem);
  }

  /** The end of the segment that starts at {@code start}. */
  static int segmentEnd(String text, int start) {
    int slash = text.indexOf('/', start);
    return slash < 0 ? text.length() : slash;
  }

  /** Whether the whole path matches. */
  public boolean matches(PathValue path) {
    String text = path.text();
    int end = text.length();
    int at = 1;
    int segment = 0;
    int star = -1;
    int resume = 1;
    while (at < end) {
      int stop = segmentEnd(text, at);
      if (segment < segments.size() && segments.get(segment) == null) {
        star = segment++;
        resume = at;
      } else if (segment < segments.size() && fits(segments.get(segment), text, at, stop)) {
        segment++;
        at = stop + 1;
      } else if (star >= 0) {
        resume = segmentEnd(text, resume) + 1;
        at = resume;
        segment = star + 1;
      } else {
        return false;
      }
    }
    while (segment < segments.size() && segments.get(segment) == null) {
      segment++;
    }
    return segment == segments.size();
  }

  private static boolean fits(@Nullable Glob glob, String text, int start, int stop) {
    return glob != null && glob.matches(text, start, stop);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathPattern pattern && source.equals(pattern.source);
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
