package dev.writ.dsl.parse;

import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Reports the words that are mistyped in themselves, before the grammar looks at them. */
final class TokenCheck {
  private final Reporter reporter;
  private final int longest;

  TokenCheck(Reporter reporter, ParseLimits limits) {
    this.reporter = reporter;
    this.longest = limits.literalLength();
  }

  void check(List<Token> tokens) {
    Token unknown = null;
    for (Token token : tokens) {
      if (token.getType() == WritLexer.UNKNOWN) {
        unknown = checkUnknown(token, unknown);
      } else {
        checkLength(token);
        check(token);
      }
    }
  }

  private void check(Token token) {
    switch (token.getType()) {
      case WritLexer.BAD_NUMBER -> reportNumber(token);
      case WritLexer.BAD_TIME ->
          report(
              DiagnosticCode.MALFORMED_TIME,
              token,
              quoted(token) + " is no time of day",
              "write hours and minutes with two digits each, such as `09:00`");
      case WritLexer.DATE ->
          report(
              DiagnosticCode.MALFORMED_TIME,
              token,
              quoted(token) + " is a date without a time",
              "write an instant, such as `" + token.getText() + "T00:00:00Z`");
      case WritLexer.UNCLOSED_STRING ->
          report(
              DiagnosticCode.UNCLOSED_STRING,
              token,
              "this string is not closed",
              "end it with `\"`");
      case WritLexer.UNCLOSED_NAME ->
          report(
              DiagnosticCode.UNCLOSED_STRING,
              token,
              "this quoted name is not closed",
              "end it with a back-tick");
      case WritLexer.SINGLE_QUOTED ->
          report(
              DiagnosticCode.SINGLE_QUOTES,
              token,
              "strings stand in double quotes",
              "write `\"" + body(token).replace("\"", "\\\"") + "\"`");
      case WritLexer.NON_ASCII_WORD ->
          report(
              DiagnosticCode.NON_ASCII_WORD,
              token,
              quoted(token) + " holds a character beyond ASCII",
              "write the name in back-ticks if it is meant so");
      case WritLexer.HASH_COMMENT, WritLexer.BLOCK_COMMENT ->
          report(
              DiagnosticCode.FOREIGN_COMMENT,
              token,
              "comments start with `//`",
              "write `//` before each line of the comment");
      default -> {
        // every other token is well-formed in itself
      }
    }
  }

  private void reportNumber(Token token) {
    String text = token.getText();
    String help;
    if (text.matches("[0-9]+(\\.[0-9]+){3}.*")) {
      help = "write an address as a string: `\"" + text + "\"`";
    } else if (text.matches("[0-9]+\\.[0-9]+[a-z]+")) {
      help = "durations are whole: write a smaller unit, such as `90m`";
    } else if (text.matches("[0-9]+[A-Za-z]+")) {
      help = "the units of durations are `ms`, `s`, `m`, `h` and `d`";
    } else {
      help = "numbers are decimal digits; a duration has one unit";
    }
    report(DiagnosticCode.MALFORMED_NUMBER, token, quoted(token) + " is no number", help);
  }

  private void checkLength(Token token) {
    int length = reporter.span(token).length();
    if (length > longest && token.getChannel() == Token.DEFAULT_CHANNEL) {
      int start = reporter.span(token).start();
      reporter.error(
          DiagnosticCode.LITERAL_TOO_LONG,
          new Span(start, start + 1),
          "this literal is " + length + " characters long, the limit is " + longest,
          null);
    }
  }

  /** Reports a run of unknown characters once, at its first. */
  private Token checkUnknown(Token token, @Nullable Token last) {
    int c = token.getText().codePointAt(0);
    boolean continues = last != null && last.getStopIndex() + 1 == token.getStartIndex();
    if (!continues && !TextCheck.isRefused(c)) {
      report(
          DiagnosticCode.UNKNOWN_CHARACTER,
          token,
          "the character " + name(token, c) + " has no meaning here",
          null);
    }
    return token;
  }

  private static String name(Token token, int c) {
    boolean visible =
        c > ' ' && !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT;
    String code = String.format(Locale.ROOT, "U+%04X", c);
    return visible ? "`" + token.getText() + "`" : code;
  }

  private static String quoted(Token token) {
    return Wording.quote(token.getText());
  }

  private static String body(Token token) {
    return token.getText().substring(1, token.getText().length() - 1);
  }

  private void report(DiagnosticCode code, Token token, String message, @Nullable String help) {
    reporter.error(code, token, message, help);
  }
}
