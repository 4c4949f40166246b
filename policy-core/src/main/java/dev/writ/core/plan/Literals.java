package dev.writ.core.plan;

/** The parts of patterns that stand for themselves. */
final class Literals {

  private Literals() {}

  /** What every string that matches a glob starts with. */
  static String start(String glob) {
    StringBuilder literal = new StringBuilder();
    for (int i = 0; i < glob.length() && glob.charAt(i) != '*' && glob.charAt(i) != '?'; i++) {
      boolean escape = glob.charAt(i) == '\\' && i + 1 < glob.length();
      i += escape ? 1 : 0;
      literal.append(glob.charAt(i));
    }
    return literal.toString();
  }

  /** Whether a glob is a start that stands for itself and one star. */
  static boolean isStart(String glob) {
    return glob.indexOf('\\') < 0
        && glob.indexOf('?') < 0
        && !glob.isEmpty()
        && glob.indexOf('*') == glob.length() - 1;
  }

  /** What every string that matches a glob ends with. */
  static String end(String glob) {
    StringBuilder literal = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (c == '*' || c == '?') {
        literal.setLength(0);
      } else {
        boolean escape = c == '\\' && i + 1 < glob.length();
        i += escape ? 1 : 0;
        literal.append(glob.charAt(i));
      }
    }
    return literal.toString();
  }

  /** What every path that matches a pattern starts with: its segments before the first wildcard. */
  static String folder(String pattern) {
    int wild = pattern.length();
    for (int i = pattern.length() - 1; i >= 0; i--) {
      wild = pattern.charAt(i) == '*' || pattern.charAt(i) == '?' ? i : wild;
    }
    return wild == pattern.length()
        ? pattern
        : pattern.substring(0, Math.max(0, pattern.lastIndexOf('/', wild)));
  }
}
