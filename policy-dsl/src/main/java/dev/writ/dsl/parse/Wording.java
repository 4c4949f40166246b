package dev.writ.dsl.parse;

import java.util.List;

/** How diagnostics put things. */
final class Wording {
  private static final int LONGEST = 40;

  private Wording() {}

  /** Returns the user's text in back-ticks, cut where it is long. */
  static String quote(String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST) {
      return "`" + text + "`";
    }
    return "`" + text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…`";
  }

  /** Returns "a", "a or b", or "a, b or c". */
  static String either(List<String> things) {
    int last = things.size() - 1;
    return last < 1
        ? String.join("", things)
        : String.join(", ", things.subList(0, last)) + " or " + things.get(last);
  }

  /** Returns a noun with its indefinite article. */
  static String indefinite(String noun) {
    return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
  }
}
