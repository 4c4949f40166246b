package dev.writ.dsl.format;

/** How the lines of a text end: as most of them do; LF where there is no line or a tie. */
enum LineEnding {
  /** A line feed. */
  LF("\n"),
  /** A carriage return and a line feed. */
  CRLF("\r\n");

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String text;

  LineEnding(String text) {
    this.text = text;
  }

  static LineEnding of(String source) {
    int pairs = 0;
    int others = 0;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      boolean pair = c == '\r' && i + 1 < source.length() && source.charAt(i + 1) == '\n';
      pairs += pair ? 1 : 0;
      others += !pair && (c == '\r' || c == '\n') ? 1 : 0;
      i += pair ? 1 : 0;
    }
    return pairs > others ? CRLF : LF;
  }

  /** The layout, whose lines end with LF, with these line ends and the source's byte order mark. */
  String applyTo(String source, String layout) {
    boolean marked = !source.isEmpty() && source.charAt(0) == BYTE_ORDER_MARK;
    return (marked ? String.valueOf(BYTE_ORDER_MARK) : "") + layout.replace("\n", text);
  }
}
