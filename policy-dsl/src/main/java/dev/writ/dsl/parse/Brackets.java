package dev.writ.dsl.parse;

import dev.writ.dsl.grammar.WritLexer;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;

/** Finds brackets that are open at a place. */
final class Brackets {
  private static final Map<Integer, Integer> CLOSERS =
      Map.of(
          WritLexer.LEFT_PAREN, WritLexer.RIGHT_PAREN,
          WritLexer.LEFT_BRACKET, WritLexer.RIGHT_BRACKET,
          WritLexer.LEFT_BRACE, WritLexer.RIGHT_BRACE);

  private Brackets() {}

  /** Returns the sign that closes an opening bracket. */
  static String closing(Token opening) {
    return switch (opening.getType()) {
      case WritLexer.LEFT_PAREN -> ")";
      case WritLexer.LEFT_BRACKET -> "]";
      default -> "}";
    };
  }

  /** Returns the last bracket before the next token that is open and wants this closer, or null. */
  static @Nullable Token lastOpen(TokenStream tokens, int closer) {
    Token open = lastOpen(tokens);
    return open != null && closerOf(open) == closer ? open : null;
  }

  /**
   * Returns the closer of a round or square bracket that is open where a statement ends, if the
   * grammar wants it, otherwise {@link Token#INVALID_TYPE}.
   */
  static int expectedCloser(TokenStream tokens, Expected expected) {
    int type = tokens.LA(1);
    boolean ends =
        type == WritLexer.SEMICOLON
            || type == WritLexer.RIGHT_BRACE
            || type == Token.EOF
            || DeclarationStarts.at(tokens);
    Token open = ends ? lastOpen(tokens) : null;
    return open != null && expected.has(closerOf(open)) ? closerOf(open) : Token.INVALID_TYPE;
  }

  private static @Nullable Token lastOpen(TokenStream tokens) {
    int closed = 0;
    for (int i = tokens.index() - 1; i >= 0; i--) {
      int type = tokens.get(i).getType();
      if (CLOSERS.containsValue(type)) {
        closed++;
      } else if (CLOSERS.containsKey(type) && closed-- == 0) {
        return tokens.get(i);
      }
    }
    return null;
  }

  private static int closerOf(Token opening) {
    return CLOSERS.getOrDefault(opening.getType(), Token.INVALID_TYPE);
  }
}
