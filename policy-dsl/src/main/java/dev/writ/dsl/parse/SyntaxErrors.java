package dev.writ.dsl.parse;

import dev.writ.dsl.grammar.WritLexer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/**
 * Reports syntax errors and finds the place to go on.
 *
 * <p>After an error the parser skips to the semicolon at the same brace depth or to the brace that
 * closes the block, and never beyond; outside all braces also to the next declaration. A semicolon
 * or closing brace that is only forgotten is reported and taken as read. Rules that were parsed in
 * part are remembered as broken, so that no tree is built from them.
 */
final class SyntaxErrors extends DefaultErrorStrategy {
  private final SyntaxReport report;
  private final SyncPoints points;
  private final Set<ParserRuleContext> broken = Collections.newSetFromMap(new IdentityHashMap<>());
  private int lastReported = -1;
  private int lastLoopIndex = -1;
  private int leftAt = -1;
  private int closedAt = -1;
  private @Nullable ParserRuleContext lastLoop;

  SyntaxErrors(Parser parser, Reporter reporter) {
    this.report = new SyntaxReport(reporter);
    this.points = new SyncPoints(parser.getATN());
  }

  /** Returns the parts of the parse tree that hold an error, up to their declarations. */
  Set<ParserRuleContext> broken() {
    return broken;
  }

  @Override
  public void sync(Parser parser) {
    points.pass(parser);
    IntervalSet next = Blocks.loopAt(parser);
    if (next != null) {
      syncBlock(parser, next);
    }
  }

  /** Skips what starts no clause of the block, so that its loop goes on or ends. */
  private void syncBlock(Parser parser, IntervalSet next) {
    TokenStream tokens = parser.getInputStream();
    ParserRuleContext block = parser.getContext();
    boolean stands = tokens.index() == lastLoopIndex && block == lastLoop;
    boolean skipped = inErrorRecoveryMode(parser) && tokens.LA(1) == WritLexer.SEMICOLON;
    if (skipped || (stands && tokens.LA(1) != Token.EOF)) {
      tokens.consume();
      endErrorCondition(parser);
    }
    while (!next.contains(tokens.LA(1)) && tokens.LA(1) != Token.EOF) {
      if (!Blocks.isFile(block) && DeclarationStarts.at(tokens)) {
        return;
      }
      if (tokens.index() != lastReported) {
        lastReported = tokens.index();
        breakUp(block);
        report.unknownItem(tokens, block, new Expected(next));
      }
      skipItem(tokens, next);
      endErrorCondition(parser);
    }
    endErrorCondition(parser);
    lastLoopIndex = tokens.index();
    lastLoop = block;
  }

  private static void skipItem(TokenStream tokens, IntervalSet next) {
    int depth = 0;
    do {
      int type = tokens.LA(1);
      depth += type == WritLexer.LEFT_BRACE ? 1 : type == WritLexer.RIGHT_BRACE ? -1 : 0;
      tokens.consume();
      boolean ended =
          type == WritLexer.SEMICOLON
              || (type == WritLexer.RIGHT_BRACE
                  && (next.contains(tokens.LA(1)) || DeclarationStarts.isFirstOfLine(tokens)));
      if (depth < 0 || (depth == 0 && (ended || DeclarationStarts.at(tokens)))) {
        return;
      }
    } while (tokens.LA(1) != Token.EOF && !(depth == 0 && closes(tokens, next)));
  }

  private static boolean closes(TokenStream tokens, IntervalSet next) {
    return tokens.LA(1) == WritLexer.RIGHT_BRACE && next.contains(WritLexer.RIGHT_BRACE);
  }

  @Override
  public Token recoverInline(Parser parser) {
    leaveFields(parser);
    IntervalSet wanted = parser.getExpectedTokens();
    boolean unreported = !inErrorRecoveryMode(parser);
    if (unreported && wanted.contains(WritLexer.SEMICOLON)) {
      if (parser.getInputStream().index() == closedAt) {
        return getMissingSymbol(parser);
      }
      Expected expected = points.expected(parser, null);
      if (report.missingSemicolon(parser.getInputStream(), expected)) {
        return getMissingSymbol(parser);
      }
    }
    if (wanted.contains(WritLexer.RIGHT_BRACE) && isForgottenBrace(parser.getInputStream())) {
      if (unreported) {
        report.unclosed(parser.getInputStream(), WritLexer.RIGHT_BRACE);
        lastReported = parser.getInputStream().index();
      }
      closedAt = parser.getInputStream().index();
      return getMissingSymbol(parser);
    }
    throw new InputMismatchException(parser);
  }

  /**
   * Ends a block of fields whose brace is forgotten. Any word names a field, so that the first word
   * of the next declaration has been taken for one.
   */
  private void leaveFields(Parser parser) {
    TokenStream tokens = parser.getInputStream();
    if (!Blocks.isField(parser.getContext()) || tokens.index() == 0) {
      return;
    }
    int here = tokens.index();
    tokens.seek(tokens.LT(-1).getTokenIndex());
    if (!DeclarationStarts.at(tokens)) {
      tokens.seek(here);
      return;
    }
    if (!inErrorRecoveryMode(parser)) {
      report.unclosed(tokens, WritLexer.RIGHT_BRACE);
      beginErrorCondition(parser);
    }
    leftAt = tokens.index();
    lastReported = leftAt;
    throw new InputMismatchException(parser);
  }

  private static boolean isForgottenBrace(TokenStream tokens) {
    return tokens.LA(1) == Token.EOF || DeclarationStarts.at(tokens);
  }

  @Override
  public void reportError(Parser parser, RecognitionException failure) {
    breakUp(parser.getContext());
    Token offending = failure.getOffendingToken();
    if (inErrorRecoveryMode(parser)) {
      advance(parser.getInputStream(), offending);
      return;
    }
    beginErrorCondition(parser);
    if (offending.getTokenIndex() != lastReported) {
      lastReported = offending.getTokenIndex();
      NoViableAltException choice =
          failure instanceof NoViableAltException noViable ? noViable : null;
      advance(parser.getInputStream(), offending);
      report.unexpected(
          parser.getInputStream(), points.expected(parser, choice), parser.getContext());
    }
  }

  /** Goes on to the token that fits nowhere; a prediction leaves the parser before it. */
  private static void advance(TokenStream tokens, Token offending) {
    while (tokens.index() < offending.getTokenIndex()
        && tokens.LA(1) != WritLexer.SEMICOLON
        && tokens.LA(1) != WritLexer.RIGHT_BRACE) {
      tokens.consume();
    }
  }

  @Override
  public void recover(Parser parser, RecognitionException failure) {
    TokenStream tokens = parser.getInputStream();
    if (tokens.index() == leftAt) {
      return;
    }
    boolean inBlock = isInBlock(parser.getContext());
    int depth = 0;
    while (tokens.LA(1) != Token.EOF) {
      int type = tokens.LA(1);
      if (depth == 0 && (type == WritLexer.SEMICOLON || type == WritLexer.RIGHT_BRACE)) {
        return;
      }
      if (depth == 0 && !inBlock && DeclarationStarts.at(tokens)) {
        return;
      }
      depth += type == WritLexer.LEFT_BRACE ? 1 : type == WritLexer.RIGHT_BRACE ? -1 : 0;
      tokens.consume();
    }
  }

  /** Returns whether an open brace stands between the start of the declaration and here. */
  private static boolean isInBlock(ParserRuleContext context) {
    for (ParserRuleContext c = context; c != null; c = c.getParent()) {
      if (c.getToken(WritLexer.LEFT_BRACE, 0) != null
          && c.getToken(WritLexer.RIGHT_BRACE, 0) == null) {
        return true;
      }
    }
    return false;
  }

  private void breakUp(ParserRuleContext context) {
    for (ParserRuleContext c = context; c != null && !Blocks.isFile(c); c = c.getParent()) {
      broken.add(c);
    }
  }
}
