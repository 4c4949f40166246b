package dev.writ.core.model;

import java.util.List;

/** The meaning of globs and path patterns by plain recursion: slow, and nothing to get wrong. */
final class PatternOracle {

  private PatternOracle() {}

  static boolean like(String glob, String text) {
    return like(glob.codePoints().toArray(), 0, text.codePoints().toArray(), 0);
  }

  private static boolean like(int[] glob, int g, int[] text, int t) {
    if (g == glob.length) {
      return t == text.length;
    }
    if (glob[g] == '*') {
      return like(glob, g + 1, text, t) || (t < text.length && like(glob, g, text, t + 1));
    }
    if (t == text.length) {
      return false;
    }
    if (glob[g] == '\\') {
      return glob[g + 1] == text[t] && like(glob, g + 2, text, t + 1);
    }
    return (glob[g] == '?' || glob[g] == text[t]) && like(glob, g + 1, text, t + 1);
  }

  static boolean matches(String pattern, String path) {
    return matches(segments(pattern), segments(path));
  }

  private static List<String> segments(String text) {
    return text.equals("/") ? List.of() : List.of(text.substring(1).split("/"));
  }

  private static boolean matches(List<String> pattern, List<String> path) {
    if (pattern.isEmpty()) {
      return path.isEmpty();
    }
    List<String> rest = pattern.subList(1, pattern.size());
    if (pattern.get(0).equals("**")) {
      return matches(rest, path)
          || (!path.isEmpty() && matches(pattern, path.subList(1, path.size())));
    }
    return !path.isEmpty()
        && like(pattern.get(0), path.get(0))
        && matches(rest, path.subList(1, path.size()));
  }
}
