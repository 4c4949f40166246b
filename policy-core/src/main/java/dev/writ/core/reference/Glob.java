package dev.writ.core.reference;

import java.util.Arrays;
import java.util.List;

/** Globs on strings and on paths. */
final class Glob {

  private Glob() {}

  /** {@code *} any code points, {@code ?} one, a backslash makes the next one literal. */
  static boolean matches(String glob, String text) {
    return matches(glob.codePoints().toArray(), text.codePoints().toArray());
  }

  private static boolean matches(int[] glob, int[] text) {
    boolean[] reach = new boolean[text.length + 1];
    reach[0] = true;
    for (int i = 0; i < glob.length; i++) {
      boolean[] next = new boolean[text.length + 1];
      boolean literal = glob[i] == '\\' && i + 1 < glob.length;
      int c = literal ? glob[++i] : glob[i];
      boolean before = false;
      for (int j = 0; j <= text.length; j++) {
        before |= reach[j];
        if (!literal && c == '*') {
          next[j] = before;
        } else if (j > 0) {
          next[j] = reach[j - 1] && ((!literal && c == '?') || c == text[j - 1]);
        }
      }
      reach = next;
    }
    return reach[text.length];
  }

  /** {@code *} and {@code ?} inside a segment, {@code **} zero or more whole segments. */
  static boolean matchesPath(String pattern, String path) {
    return matchesSegments(segments(pattern), segments(path));
  }

  private static List<String> segments(String path) {
    return path.equals("/") ? List.of() : Arrays.asList(path.substring(1).split("/", -1));
  }

  private static boolean matchesSegments(List<String> pattern, List<String> path) {
    if (pattern.isEmpty()) {
      return path.isEmpty();
    }
    List<String> rest = pattern.subList(1, pattern.size());
    if (!pattern.get(0).equals("**")) {
      return !path.isEmpty()
          && matches(pattern.get(0), path.get(0))
          && matchesSegments(rest, path.subList(1, path.size()));
    }
    for (int skipped = 0; skipped <= path.size(); skipped++) {
      if (matchesSegments(rest, path.subList(skipped, path.size()))) {
        return true;
      }
    }
    return false;
  }
}
