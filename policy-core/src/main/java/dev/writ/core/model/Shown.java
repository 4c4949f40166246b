package dev.writ.core.model;

/** The form in which a message shows what somebody else wrote. */
final class Shown {

  private static final int LONGEST = 80;

  private Shown() {}

  /** The text in back-ticks: shortened, on one line, without characters that hide or reorder. */
  static String text(String text) {
    StringBuilder out = new StringBuilder("`");
    int end = Math.min(text.length(), LONGEST);
    text.substring(0, end).codePoints().forEach(c -> append(out, c));
    return out.append(end < text.length() ? "…`" : "`").toString();
  }

  private static void append(StringBuilder out, int codePoint) {
    switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          out.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
      default -> out.appendCodePoint(codePoint);
    }
  }
}
