package dev.writ.dsl.parse;

import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.Locale;

/** Looks at every character of a text for those that must not stand in it anywhere. */
final class TextCheck {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';

  private final Reporter reporter;

  TextCheck(Reporter reporter) {
    this.reporter = reporter;
  }

  /** Reports bad characters and returns the text for the lexer, as long as the text given. */
  String check(String text) {
    StringBuilder fixed = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c) && !paired(text, i)) {
        fixed = fixed == null ? new StringBuilder(text) : fixed;
        fixed.setCharAt(i, REPLACEMENT);
        report(DiagnosticCode.LONE_SURROGATE, i, "half of a surrogate pair stands in the text");
      } else if (isRefused(c)) {
        checkCharacter(c, i);
      }
    }
    return fixed == null ? text : fixed.toString();
  }

  /** Returns whether a character is reported here, wherever it stands. */
  static boolean isRefused(int c) {
    return c == 0 || c == BYTE_ORDER_MARK || c == REPLACEMENT || isBidiControl(c);
  }

  private void checkCharacter(char c, int at) {
    if (c == 0) {
      report(DiagnosticCode.NUL_CHARACTER, at, "a NUL character stands in the text");
    } else if (isBidiControl(c)) {
      String escape = String.format(Locale.ROOT, "\\u{%04X}", (int) c);
      reporter.error(
          DiagnosticCode.BIDI_CONTROL,
          new Span(at, at + 1),
          "a bidirectional control character makes the text read differently from what it says",
          "delete it, or write `" + escape + "` inside a string");
    } else if (c == BYTE_ORDER_MARK && at > 0) {
      report(
          DiagnosticCode.MISPLACED_BOM,
          at,
          "a byte order mark stands behind the start of the file");
    }
  }

  private void report(DiagnosticCode code, int at, String message) {
    reporter.error(code, new Span(at, at + 1), message, "delete it");
  }

  private static boolean paired(String text, int i) {
    char c = text.charAt(i);
    return Character.isHighSurrogate(c)
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }

  /** Returns whether a character is one of Unicode's bidirectional controls (UAX 9). */
  private static boolean isBidiControl(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
