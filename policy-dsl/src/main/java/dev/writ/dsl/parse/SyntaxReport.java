package dev.writ.dsl.parse;

import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import dev.writ.dsl.source.Spelling;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;

/** Says what is wrong at a token that fits nowhere. */
final class SyntaxReport {
  private static final Set<String> CLAUSES =
      Set.of("when", "unless", "because", "do", "only", "let");

  private final Reporter reporter;

  SyntaxReport(Reporter reporter) {
    this.reporter = reporter;
  }

  /** Reports a word that starts no declaration, or no clause of its block. */
  void unknownItem(TokenStream tokens, ParserRuleContext block, Expected expected) {
    Token token = tokens.LT(1);
    String text = Wording.quote(token.getText());
    if (token.getType() == WritLexer.RIGHT_BRACE) {
      unexpected(token, "this `}` closes nothing", "delete it");
    } else if (!isWord(token)) {
      String wanted = Blocks.isFile(block) ? "a declaration" : "a clause";
      unexpected(token, "expected " + wanted + ", found " + text, null);
    } else if (!Blocks.isFile(block)) {
      String noun = Wording.indefinite(Blocks.noun(block));
      reporter.error(
          DiagnosticCode.UNKNOWN_CLAUSE,
          token,
          noun + " has no clause " + text,
          meant(token, expected.words()));
    } else if (Words.isClauseWord(token.getType())) {
      String help = "is there a `;` too early before it?";
      unexpected(token, text + " stands outside a declaration", help);
    } else {
      reporter.error(
          DiagnosticCode.UNKNOWN_DECLARATION,
          token,
          "no declaration starts with " + text,
          meant(token, expected.words()));
    }
  }

  /** Returns whether a token runs on because its quote is missing, which is reported already. */
  private static boolean isUnclosed(Token token) {
    return token.getType() == WritLexer.UNCLOSED_STRING
        || token.getType() == WritLexer.UNCLOSED_NAME;
  }

  /**
   * Reports a semicolon forgotten before {@code let f(} or {@code only as}, whose first word could
   * have been a clause of what stands before.
   */
  private boolean startsAnew(TokenStream tokens) {
    int back = 0;
    if (tokens.LA(1) == WritLexer.AS && isBefore(tokens, 1, WritLexer.ONLY)) {
      back = -2;
    } else if (tokens.LA(1) == WritLexer.LEFT_PAREN && isBefore(tokens, 2, WritLexer.LET)) {
      back = -3;
    }
    Token before = back == 0 ? null : tokens.LT(back);
    if (before == null || before.getLine() == tokens.LT(back + 1).getLine()) {
      return false;
    }
    missingSemicolonAfter(before);
    return true;
  }

  /** Returns whether so many tokens before the next one there is one of this type. */
  private static boolean isBefore(TokenStream tokens, int count, int type) {
    Token token = tokens.LT(-count);
    return token != null && token.getType() == type;
  }

  private void missingSemicolonAfter(Token token) {
    int end = reporter.span(token).end();
    reporter.error(
        DiagnosticCode.MISSING_SEMICOLON,
        new Span(end, end),
        "missing `;` after " + Wording.quote(token.getText()),
        null);
  }

  /** Reports a forgotten semicolon and returns true, unless something else is wrong. */
  boolean missingSemicolon(TokenStream tokens, Expected expected) {
    Token token = tokens.LT(1);
    Token previous = tokens.LT(-1);
    boolean ends = token.getType() == Token.EOF || token.getType() == WritLexer.RIGHT_BRACE;
    boolean starts = DeclarationStarts.at(tokens);
    if (previous == null
        || !(ends || starts || token.getLine() > previous.getLine())
        || previous.getType() == WritLexer.COMMA
        || (!ends && !starts && isClauseTypo(token, expected))) {
      return false;
    }
    if (!isUnclosed(previous)) {
      missingSemicolonAfter(previous);
    }
    return true;
  }

  /** Returns whether a word on the next line is a clause gone wrong rather than a new start. */
  private static boolean isClauseTypo(Token token, Expected expected) {
    boolean inClauses = expected.has(WritLexer.WHEN);
    return token.getType() == WritLexer.ID
        && (inClauses || Spelling.closest(token.getText(), expected.words()).isPresent());
  }

  /** Reports a bracket that is not closed, with the place where it opens. */
  void unclosed(TokenStream tokens, int closer) {
    Token opening = Brackets.lastOpen(tokens, closer);
    Token previous = tokens.LT(-1);
    if (opening == null || previous == null) {
      unexpected(tokens.LT(1), "expected `}`", null);
      return;
    }
    int end = reporter.span(previous).end();
    String sign = Wording.quote(opening.getText());
    reporter.add(
        Diagnostic.error(
                DiagnosticCode.UNCLOSED_BRACKET,
                reporter.source(),
                new Span(end, end),
                "missing " + Wording.quote(Brackets.closing(opening)) + " here")
            .withRelated(reporter.source(), reporter.span(opening), "this " + sign + " is open"));
  }

  /** Reports the next token, which the grammar does not take. */
  void unexpected(TokenStream tokens, Expected expected, ParserRuleContext context) {
    Token token = tokens.LT(1);
    Token previous = tokens.LT(-1);
    if (previous != null && isUnclosed(previous)) {
      return;
    }
    int open = Brackets.expectedCloser(tokens, expected);
    if (previous != null && isTrailingComma(previous, token)) {
      reporter.error(
          DiagnosticCode.TRAILING_COMMA, previous, "nothing follows this comma", "delete it");
    } else if (open != Token.INVALID_TYPE) {
      unclosed(tokens, open);
    } else if (startsAnew(tokens)
        || (expected.has(WritLexer.SEMICOLON) && missingSemicolon(tokens, expected))) {
      return;
    } else if (previous != null && isReservedName(previous, token, expected)) {
      String text = token.getText();
      reporter.error(
          DiagnosticCode.RESERVED_NAME,
          token,
          "`" + text + "` is a word of the language and no name by itself",
          "choose another name, or write it in back-ticks");
    } else if (isUnknownClause(tokens, expected)) {
      reporter.error(
          DiagnosticCode.UNKNOWN_CLAUSE,
          token,
          "there is no clause " + Wording.quote(token.getText()) + " here",
          meant(token, CLAUSES));
    } else if (isUnknownStatement(context, previous, token)) {
      reporter.error(
          DiagnosticCode.UNKNOWN_CLAUSE,
          previous,
          "a test has no statement " + Wording.quote(previous.getText()),
          meant(previous, Set.of("given", "let", "after", "at", "authorize")));
    } else {
      String found = token.getType() == Token.EOF ? "the end of the file" : quoteOf(token);
      String help = isWord(token) ? meant(token, expected.words()) : null;
      unexpected(token, "expected " + expected.describe() + ", found " + found, help);
    }
  }

  private static boolean isTrailingComma(Token previous, Token token) {
    int type = token.getType();
    return previous.getType() == WritLexer.COMMA
        && (Words.isClosing(type) || Words.isClauseWord(type) || type == Token.EOF);
  }

  private static boolean isReservedName(Token previous, Token token, Expected expected) {
    return expected.hasName()
        && !expected.has(token.getType())
        && Words.isReserved(token.getType())
        && (Words.introducesName(previous.getType()) || Words.isRoot(token.getType()));
  }

  private static boolean isUnknownClause(TokenStream tokens, Expected expected) {
    Token token = tokens.LT(1);
    Token previous = tokens.LT(-1);
    return token.getType() == WritLexer.ID
        && expected.has(WritLexer.WHEN)
        && previous != null
        && (token.getLine() > previous.getLine() || meant(token, CLAUSES) != null);
  }

  private static boolean isUnknownStatement(
      ParserRuleContext context, @Nullable Token previous, Token token) {
    return previous != null
        && previous == context.getStart()
        && previous.getType() == WritLexer.ID
        && Blocks.isTestStatement(context)
        && token.getType() != WritLexer.ARROW;
  }

  private static @Nullable String meant(Token token, Set<String> words) {
    String alias = Words.alias(token.getText());
    if (alias != null && words.contains(alias)) {
      return "did you mean `" + alias + "`?";
    }
    return Spelling.didYouMean(token.getText(), words).orElse(null);
  }

  private static boolean isWord(Token token) {
    int c = token.getText().codePointAt(0);
    return Character.isLetter(c) || c == '_';
  }

  private static String quoteOf(Token token) {
    return Wording.quote(token.getText());
  }

  private void unexpected(Token token, String message, @Nullable String help) {
    reporter.error(DiagnosticCode.UNEXPECTED_TOKEN, token, message, help);
  }
}
