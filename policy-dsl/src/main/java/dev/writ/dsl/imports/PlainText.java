package dev.writ.dsl.imports;

import java.text.Normalizer;

/**
 * Text of others made fit for one line of a comment or a message: what would end the line, hide,
 * reorder or stack characters is gone, and what is long is cut.
 */
final class PlainText {
  /** Marks in a row that a letter keeps; more of them reach into other lines. */
  private static final int MARKS = 2;

  private PlainText() {}

  /**
   * The text on one line without characters that are not seen.
   *
   * @param longest how many UTF-16 units are kept at most, the ellipsis included
   */
  static String shortened(String text, int longest) {
    // what is cut is cut before the work, so that a long text costs no more than a short one
    boolean cut = text.length() > 8 * longest;
    String start = cut ? text.substring(0, 8 * longest) : text;
    String line = line(Normalizer.normalize(start, Normalizer.Form.NFC));
    return cut || line.length() > longest ? cut(line, longest - 1) + "\u2026" : line;
  }

  private static String cut(String line, int longest) {
    if (line.length() <= longest) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest;
    int space = line.lastIndexOf(' ', end);
    return line.substring(0, space > longest / 2 ? space : end);
  }

  private static String line(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      marks = isMark(c) ? marks + 1 : 0;
      if (isBlank(c)) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
          out.append(' ');
        }
      } else if (isSeen(c) && marks <= MARKS) {
        out.appendCodePoint(c);
      }
    }
    return out.toString().stripTrailing();
  }

  /** Whether each character is one that is seen, and white space no other than the space. */
  static boolean isSafe(String text) {
    return text.codePoints().allMatch(c -> c == ' ' || (!isBlank(c) && isSeen(c)))
        && Normalizer.isNormalized(text, Normalizer.Form.NFC);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.ENCLOSING_MARK ->
          false;
      default -> c != 0xFFFD;
    };
  }
}
