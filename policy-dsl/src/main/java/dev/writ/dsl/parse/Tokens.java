package dev.writ.dsl.parse;

import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Cuts a text into words and signs, up to a limit. */
final class Tokens {
  private Tokens() {}

  /** Returns all tokens, those on the hidden channel too, or null after reporting too many. */
  static @Nullable List<Token> of(String text, Reporter reporter, ParseLimits limits) {
    WritLexer lexer = new WritLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    List<Token> tokens = new ArrayList<>(Math.min(text.length() / 4 + 16, limits.tokens()));
    Token token = lexer.nextToken();
    while (token.getType() != Token.EOF) {
      if (tokens.size() == limits.tokens()) {
        reporter.error(
            DiagnosticCode.TOO_MANY_TOKENS,
            token,
            "the file holds more than " + limits.tokens() + " words and signs",
            "split the file");
        return null;
      }
      if (token.getChannel() == Token.DEFAULT_CHANNEL || isReported(token.getType())) {
        tokens.add(token);
      }
      token = lexer.nextToken();
    }
    tokens.add(token);
    return tokens;
  }

  private static boolean isReported(int type) {
    return type != WritLexer.SPACE && type != WritLexer.BYTE_ORDER_MARK;
  }
}
