package dev.writ.dsl.cli;

/** Text of others as a terminal may show it. */
final class Visible {
  private Visible() {}

  /** The text with characters that move, hide or reorder others spelled out. */
  static String of(String text) {
    if (text.codePoints().noneMatch(Visible::plays)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (plays(c)) {
                out.append("\\u{").append(Integer.toHexString(c)).append('}');
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  private static boolean plays(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
