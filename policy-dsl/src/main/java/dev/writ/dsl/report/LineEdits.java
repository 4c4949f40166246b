package dev.writ.dsl.report;

import dev.writ.dsl.report.LineEdit.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The lines removed and added between two texts: as few as can be (Myers, "An O(ND) Difference
 * Algorithm and Its Variations", 1986) up to a number, beyond which all lines between the first and
 * the last difference count as changed.
 */
final class LineEdits {
  private static final int MOST = 1_000;

  private final List<String> before;
  private final List<String> after;

  private LineEdits(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  static List<LineEdit> between(List<String> before, List<String> after) {
    int shorter = Math.min(before.size(), after.size());
    int start = 0;
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start && last(before, end).equals(last(after, end))) {
      end++;
    }
    List<LineEdit> edits = new ArrayList<>();
    before.subList(0, start).forEach(line -> edits.add(new LineEdit(Kind.SAME, line)));
    edits.addAll(
        new LineEdits(
                before.subList(start, before.size() - end),
                after.subList(start, after.size() - end))
            .edits());
    before
        .subList(before.size() - end, before.size())
        .forEach(line -> edits.add(new LineEdit(Kind.SAME, line)));
    return edits;
  }

  private static String last(List<String> lines, int fromEnd) {
    return lines.get(lines.size() - 1 - fromEnd);
  }

  private List<LineEdit> edits() {
    List<int[]> trace = trace();
    return trace.isEmpty() ? replaced() : walkBack(trace);
  }

  private List<LineEdit> replaced() {
    List<LineEdit> edits = new ArrayList<>();
    before.forEach(line -> edits.add(new LineEdit(Kind.REMOVED, line)));
    after.forEach(line -> edits.add(new LineEdit(Kind.ADDED, line)));
    return edits;
  }

  /**
   * How far into the old text each diagonal reaches, before each number of changes; empty if there
   * are too many. Index {@code d + k} of step {@code d} is diagonal {@code k}.
   */
  private List<int[]> trace() {
    List<int[]> trace = new ArrayList<>();
    int[] reach = {0};
    for (int changes = 0; changes <= MOST; changes++) {
      int[] next = new int[2 * changes + 3];
      boolean done = false;
      for (int k = -changes; k <= changes && !done; k += 2) {
        int x = changes == 0 ? 0 : start(reach, changes, k);
        int y = x - k;
        while (x < before.size() && y < after.size() && before.get(x).equals(after.get(y))) {
          x++;
          y++;
        }
        next[changes + 1 + k] = x;
        done = x >= before.size() && y >= after.size();
      }
      trace.add(next);
      if (done) {
        return trace;
      }
      reach = next;
    }
    return List.of();
  }

  /** Where diagonal k starts with one more change; {@code reach} is of one change fewer. */
  private static int start(int[] reach, int changes, int k) {
    return isAddition(reach, changes, k) ? reach[changes + k + 1] : reach[changes + k - 1] + 1;
  }

  private static boolean isAddition(int[] reach, int changes, int k) {
    return k == -changes || (k != changes && reach[changes + k - 1] < reach[changes + k + 1]);
  }

  private List<LineEdit> walkBack(List<int[]> trace) {
    List<LineEdit> edits = new ArrayList<>();
    int x = before.size();
    int y = after.size();
    for (int changes = trace.size() - 1; changes > 0; changes--) {
      int[] reach = trace.get(changes - 1);
      boolean addition = isAddition(reach, changes, x - y);
      int from = start(reach, changes, x - y);
      int fromY = from - (x - y);
      while (x > from && y > fromY) {
        edits.add(new LineEdit(Kind.SAME, before.get(--x)));
        y--;
      }
      edits.add(
          addition
              ? new LineEdit(Kind.ADDED, after.get(--y))
              : new LineEdit(Kind.REMOVED, before.get(--x)));
    }
    while (x > 0) {
      edits.add(new LineEdit(Kind.SAME, before.get(--x)));
    }
    Collections.reverse(edits);
    return edits;
  }
}
