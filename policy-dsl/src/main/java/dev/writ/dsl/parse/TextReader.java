package dev.writ.dsl.parse;

import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Reads what a string says: resolves its escapes, JSON's and {@code \\u{...}}. */
final class TextReader {
  /** Takes the characters of a string one by one. */
  interface Sink {
    /**
     * Takes a UTF-16 unit.
     *
     * @param escaped whether a backslash stood before it that only patterns know
     */
    void accept(char unit, boolean escaped);
  }

  private static final Pattern POINT = Pattern.compile("u\\{([0-9A-Fa-f]{1,6})\\}");
  private static final Pattern UNIT = Pattern.compile("u([0-9A-Fa-f]{4})");
  private static final String NAMES = "\"\\/bfnrt";
  private static final String VALUES = "\"\\/\b\f\n\r\t";

  private final Reporter reporter;

  TextReader(Reporter reporter) {
    this.reporter = reporter;
  }

  /** Returns the text of a string literal, which must be normalised. */
  String literal(Token token) {
    String text = exact(token);
    checkNormalized(token, text);
    return text;
  }

  /** Returns the text of an entity id, which is taken as it is. */
  String exact(Token token) {
    StringBuilder out = new StringBuilder();
    read(token, "", (unit, escaped) -> out.append(unit));
    String text = out.toString();
    checkSurrogates(token, text);
    return text;
  }

  void checkNormalized(Token token, String text) {
    if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
      reporter.error(
          DiagnosticCode.NOT_NORMALIZED,
          token,
          "this text is not in Unicode normalization form C",
          "write `" + Normalizer.normalize(text, Normalizer.Form.NFC) + "`");
    }
  }

  void checkSurrogates(Token token, String text) {
    if (text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
      reporter.error(
          DiagnosticCode.LONE_SURROGATE,
          token,
          "an escape names half of a surrogate pair",
          "write the character as `\\u{...}`");
    }
  }

  /** Gives the units of a string to the sink; {@code more} are characters that may be escaped. */
  void read(Token token, String more, Sink sink) {
    String text = token.getText();
    boolean closed = text.length() > 1 && text.charAt(text.length() - 1) == text.charAt(0);
    int end = closed ? text.length() - 1 : text.length();
    int i = 1;
    while (i < end) {
      char c = text.charAt(i);
      i = c == '\\' ? escape(token, text, i, end, more, sink) : plain(c, i, sink);
    }
  }

  private static int plain(char c, int at, Sink sink) {
    sink.accept(c, false);
    return at + 1;
  }

  private int escape(Token token, String text, int at, int end, String more, Sink sink) {
    char name = at + 1 < end ? text.charAt(at + 1) : ' ';
    int known = NAMES.indexOf(name);
    if (known >= 0) {
      sink.accept(VALUES.charAt(known), name == '\\');
      return at + 2;
    }
    if (more.indexOf(name) >= 0 || (name == '\'' && text.charAt(0) == '\'')) {
      sink.accept(name, true);
      return at + 2;
    }
    Integer point = codePoint(text, at + 1, end);
    if (point == null) {
      return invalid(token, text, at, end);
    }
    for (char unit : Character.toChars(point)) {
      sink.accept(unit, true);
    }
    return at + (text.charAt(at + 2) == '{' ? text.indexOf('}', at) - at + 1 : 6);
  }

  /** Returns the code point or UTF-16 unit that an escape names, or null. */
  private static @Nullable Integer codePoint(String text, int at, int end) {
    Matcher unit = UNIT.matcher(text).region(at, end);
    Matcher point = POINT.matcher(text).region(at, end);
    if (unit.lookingAt()) {
      return Integer.valueOf(unit.group(1), 16);
    }
    if (point.lookingAt()) {
      int value = Integer.parseInt(point.group(1), 16);
      return value <= Character.MAX_CODE_POINT ? value : null;
    }
    return null;
  }

  private int invalid(Token token, String text, int at, int end) {
    int start = reporter.span(token).start() + at;
    int stop = Math.min(at + 2, end);
    reporter.error(
        DiagnosticCode.INVALID_ESCAPE,
        new Span(start, start + stop - at),
        "there is no escape " + Wording.quote(text.substring(at, stop)),
        "a backslash is written `\\\\`");
    return stop;
  }
}
