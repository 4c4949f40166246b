package dev.writ.dsl.parse;

import dev.writ.dsl.grammar.WritLexer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Finds text that is nested too deeply for the recursion of parser and builders, before they run.
 *
 * <p>Counted are open brackets and, inside each, what makes a tree deep without brackets: operators
 * and dots in a row, runs of {@code not}, and the quantifiers and conditionals that each stand
 * inside the one before.
 */
final class NestingCheck {
  /** What is counted inside one bracket. */
  private static final class Frame {
    final int opener;
    int chain;
    int tails;

    Frame(int opener) {
      this.opener = opener;
    }
  }

  private final Deque<Frame> frames = new ArrayDeque<>();
  private int depth;

  private NestingCheck() {
    frames.push(new Frame(Token.EOF));
  }

  /** Returns the first token that stands too deep, or null. */
  static @Nullable Token firstTooDeep(List<? extends Token> all, int most) {
    NestingCheck check = new NestingCheck();
    List<? extends Token> tokens =
        all.stream().filter(t -> t.getChannel() == Token.DEFAULT_CHANNEL).toList();
    int previous = Token.EOF;
    for (int i = 0; i < tokens.size(); i++) {
      int type = tokens.get(i).getType();
      boolean opensTail =
          isQuantifier(type)
              ? i + 2 < tokens.size() && tokens.get(i + 2).getType() == WritLexer.IN
              : type == WritLexer.IF;
      check.accept(type, previous, opensTail);
      if (check.depth > most) {
        return tokens.get(i);
      }
      previous = type;
    }
    return null;
  }

  private static boolean isQuantifier(int type) {
    return type == WritLexer.ANY || type == WritLexer.EVERY;
  }

  private void accept(int type, int previous, boolean opensTail) {
    if (opensTail) {
      endChain();
      top().tails++;
      depth++;
    } else {
      accept(type, previous);
    }
  }

  private void accept(int type, int previous) {
    switch (type) {
      case WritLexer.LEFT_PAREN, WritLexer.LEFT_BRACKET, WritLexer.LEFT_BRACE -> open(type);
      case WritLexer.LESS -> {
        if (previous == WritLexer.SET || previous == WritLexer.MAP) {
          open(type);
        } else {
          endChain();
        }
      }
      case WritLexer.GREATER -> {
        if (top().opener == WritLexer.LESS) {
          close();
        } else {
          endChain();
        }
      }
      case WritLexer.RIGHT_PAREN -> closeTo(WritLexer.LEFT_PAREN);
      case WritLexer.RIGHT_BRACKET -> closeTo(WritLexer.LEFT_BRACKET);
      case WritLexer.RIGHT_BRACE -> closeTo(WritLexer.LEFT_BRACE);
      case WritLexer.SEMICOLON -> endStatement();
      case WritLexer.NOT, WritLexer.NOT_SIGN -> {
        if (previous != WritLexer.IS) {
          extend();
        }
      }
      case WritLexer.DOT, WritLexer.DOUBLE_COLON, WritLexer.PLUS, WritLexer.MINUS, WritLexer.STAR ->
          extend();
      default -> {
        if (endsChain(type)) {
          endChain();
        }
      }
    }
  }

  private static boolean endsChain(int type) {
    return switch (type) {
      case WritLexer.COMMA,
          WritLexer.COLON,
          WritLexer.AND,
          WritLexer.OR,
          WritLexer.AND_SIGN,
          WritLexer.OR_SIGN,
          WritLexer.EQUAL,
          WritLexer.NOT_EQUAL,
          WritLexer.LESS_EQUAL,
          WritLexer.GREATER_EQUAL,
          WritLexer.ASSIGN,
          WritLexer.WHEN,
          WritLexer.UNLESS,
          WritLexer.BY,
          WritLexer.ON,
          WritLexer.WITH ->
          true;
      default -> false;
    };
  }

  private Frame top() {
    Frame top = frames.peek();
    if (top == null) {
      throw new IllegalStateException("the outermost frame was closed");
    }
    return top;
  }

  private void open(int type) {
    frames.push(new Frame(type));
    depth++;
  }

  private void extend() {
    top().chain++;
    depth++;
  }

  private void endChain() {
    depth -= top().chain;
    top().chain = 0;
  }

  private void endStatement() {
    while (top().opener == WritLexer.LESS) {
      close();
    }
    endChain();
    depth -= top().tails;
    top().tails = 0;
  }

  /** Closes frames up to the matching one; a closer that matches none is the parser's to report. */
  private void closeTo(int opener) {
    if (frames.stream().anyMatch(f -> f.opener == opener)) {
      while (top().opener != opener) {
        close();
      }
      close();
    }
  }

  private void close() {
    endChain();
    depth -= top().tails + 1;
    frames.pop();
  }
}
