package dev.writ.dsl.parse;

import dev.writ.dsl.grammar.WritLexer;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/** Recognises the beginning of a declaration by its first words, to pick up again there. */
final class DeclarationStarts {
  private static final Set<Integer> BEFORE_NAME =
      Set.of(
          WritLexer.MODULE,
          WritLexer.USE,
          WritLexer.MANIFEST,
          WritLexer.ENUM,
          WritLexer.ENTITY,
          WritLexer.TYPE,
          WritLexer.ACTION,
          WritLexer.OBLIGATION,
          WritLexer.SCOPE,
          WritLexer.APPROVAL,
          WritLexer.CONFIRMATION,
          WritLexer.GRANT,
          WritLexer.LABEL,
          WritLexer.SUSPEND,
          WritLexer.AT_SIGN);
  private static final Set<Integer> BEFORE_STRING =
      Set.of(
          WritLexer.PERMIT,
          WritLexer.FORBID,
          WritLexer.LIMIT,
          WritLexer.INVARIANT,
          WritLexer.TEST,
          WritLexer.TOOL);
  private static final Set<Integer> OBSERVED =
      Set.of(WritLexer.PERMIT, WritLexer.FORBID, WritLexer.LIMIT);
  private static final Set<Integer> ENTITY_WORDS =
      Set.of(WritLexer.ENTITY, WritLexer.HUMAN, WritLexer.INLINE);

  private DeclarationStarts() {}

  /** Returns whether the next token is the first of its line and starts a declaration. */
  static boolean at(TokenStream tokens) {
    return isFirstOfLine(tokens) && startsWith(tokens);
  }

  private static boolean startsWith(TokenStream tokens) {
    int first = tokens.LA(1);
    int second = tokens.LA(2);
    if (BEFORE_NAME.contains(first)) {
      return isName(second);
    }
    if (BEFORE_STRING.contains(first)) {
      return second == WritLexer.STRING || second == WritLexer.SINGLE_QUOTED;
    }
    return switch (first) {
      case WritLexer.OBSERVE -> OBSERVED.contains(second);
      case WritLexer.HUMAN, WritLexer.INLINE -> ENTITY_WORDS.contains(second);
      case WritLexer.LET -> isName(second) && tokens.LA(3) == WritLexer.LEFT_PAREN;
      default -> isForeignRule(tokens);
    };
  }

  /** Returns whether it is a rule with a first word of another language: {@code allow "x"}. */
  private static boolean isForeignRule(TokenStream tokens) {
    return tokens.LA(1) == WritLexer.ID
        && tokens.LA(2) == WritLexer.STRING
        && Words.alias(tokens.LT(1).getText()) != null;
  }

  /** Returns whether the next token is the first of its line. */
  static boolean isFirstOfLine(TokenStream tokens) {
    Token previous = tokens.LT(-1);
    return previous == null || previous.getLine() < tokens.LT(1).getLine();
  }

  private static boolean isName(int type) {
    return type == WritLexer.ID
        || type == WritLexer.QUOTED_NAME
        || type == WritLexer.PERMIT
        || type == WritLexer.FORBID
        || Words.isContextual(type)
        || Words.isRoot(type);
  }
}
