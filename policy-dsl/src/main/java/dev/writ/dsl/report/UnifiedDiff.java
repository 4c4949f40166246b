package dev.writ.dsl.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two texts, as {@code diff -u} writes it and {@code patch} reads it.
 * Stateless and safe to use from several threads.
 */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;
  private static final String NO_LINE_END = "\\ No newline at end of file";

  private UnifiedDiff() {}

  /**
   * Compares two texts line by line.
   *
   * @param name what both are called
   * @return the lines of the difference without line ends; empty if there is none
   */
  public static List<String> of(String name, String before, String after) {
    if (before.equals(after)) {
      return List.of();
    }
    List<LineEdit> edits = LineEdits.between(lines(before), lines(after));
    List<String> out = new ArrayList<>(List.of("--- " + name, "+++ " + name));
    int from = 0;
    while (from < edits.size()) {
      int start = next(edits, from);
      if (start == edits.size()) {
        break;
      }
      int end = endOfHunk(edits, start);
      addHunk(out, edits, Math.max(from, start - CONTEXT), Math.min(edits.size(), end + CONTEXT));
      from = Math.min(edits.size(), end + CONTEXT);
    }
    return out;
  }

  /** The lines with their ends, so that a last line without one differs from one with it. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(from, next));
      from = next;
    }
    return lines;
  }

  private static int next(List<LineEdit> edits, int from) {
    int at = from;
    while (at < edits.size() && edits.get(at).kind() == LineEdit.Kind.SAME) {
      at++;
    }
    return at;
  }

  /** Behind the last change that belongs to this hunk: fewer equal lines follow than part two. */
  private static int endOfHunk(List<LineEdit> edits, int start) {
    int end = start;
    while (end < edits.size()) {
      while (end < edits.size() && edits.get(end).kind() != LineEdit.Kind.SAME) {
        end++;
      }
      int following = next(edits, end);
      if (following == edits.size() || following - end > 2 * CONTEXT) {
        return end;
      }
      end = following;
    }
    return end;
  }

  private static void addHunk(List<String> out, List<LineEdit> edits, int from, int to) {
    List<LineEdit> hunk = edits.subList(from, to);
    out.add(
        "@@ -"
            + range(edits, from, hunk, LineEdit.Kind.ADDED)
            + " +"
            + range(edits, from, hunk, LineEdit.Kind.REMOVED)
            + " @@");
    for (LineEdit edit : hunk) {
      String line = edit.line();
      boolean ended = line.endsWith("\n");
      out.add(edit.kind().sign() + (ended ? line.substring(0, line.length() - 1) : line));
      if (!ended) {
        out.add(NO_LINE_END);
      }
    }
  }

  /** First line and number of lines on the side that does not have lines of the other kind. */
  private static String range(
      List<LineEdit> edits, int from, List<LineEdit> hunk, LineEdit.Kind other) {
    long before = edits.subList(0, from).stream().filter(e -> e.kind() != other).count();
    long count = hunk.stream().filter(e -> e.kind() != other).count();
    return (count == 0 ? before : before + 1) + (count == 1 ? "" : "," + count);
  }
}
