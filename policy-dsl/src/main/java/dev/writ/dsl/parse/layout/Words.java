package dev.writ.dsl.parse.layout;

import dev.writ.dsl.grammar.WritLexer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * The tokens of a text as words, each comment at one of them: a comment at the end of a line at the
 * word before it, every other one at the word after it. A token that is left out hands its comments
 * on.
 */
final class Words {
  private final Map<Integer, Word> words = new HashMap<>();
  private final Set<Integer> afterBlankLine;

  private Words(Set<Integer> afterBlankLine) {
    this.afterBlankLine = afterBlankLine;
  }

  /**
   * @param tokens all tokens, spaces and comments too
   * @param dropped the places of those that are left out
   */
  static Words of(List<Token> tokens, Set<Integer> dropped) {
    Reader reader = new Reader(dropped);
    tokens.forEach(reader::read);
    return reader.words;
  }

  /** The word of a token that is not left out; {@code <EOF>} is the empty word. */
  Word word(Token token) {
    Word word = words.get(token.getTokenIndex());
    if (word == null) {
      throw new IllegalStateException("this is left out: " + token);
    }
    return word;
  }

  boolean has(Token token) {
    return words.containsKey(token.getTokenIndex());
  }

  /** Whether a blank line stands before this, comments above it included. */
  boolean isAfterBlankLine(ParserRuleContext context) {
    return isAfterBlankLine(context.getStart());
  }

  boolean isAfterBlankLine(Token token) {
    return afterBlankLine.contains(token.getTokenIndex());
  }

  /** All comments from one token to another, those above the first and beside the last too. */
  List<Note> notes(Token first, Token last) {
    List<Note> notes = new ArrayList<>();
    for (int i = first.getTokenIndex(); i <= last.getTokenIndex(); i++) {
      Word word = words.get(i);
      if (word != null) {
        notes.addAll(word.above());
        Stream.ofNullable(word.beside()).forEach(notes::add);
      }
    }
    return notes;
  }

  /** Goes through the tokens once. */
  private static final class Reader {
    private final Words words = new Words(new HashSet<>());
    private final Set<Integer> dropped;
    private final List<Note> above = new ArrayList<>();
    private int lineEnds;
    private int last = -1;

    Reader(Set<Integer> dropped) {
      this.dropped = dropped;
    }

    void read(Token token) {
      switch (token.getType()) {
        case WritLexer.SPACE -> lineEnds += lineEnds(token.getText());
        case WritLexer.BYTE_ORDER_MARK -> lineEnds = 0;
        case WritLexer.COMMENT -> comment(token.getText().stripTrailing());
        default -> word(token);
      }
    }

    private void comment(String text) {
      Word before = words.words.get(last);
      if (before != null && lineEnds == 0 && above.isEmpty() && before.beside() == null) {
        words.words.put(
            last, new Word(before.text(), before.above(), before.apart(), new Note(text, false)));
      } else {
        above.add(new Note(text, lineEnds > 1));
      }
      lineEnds = 0;
    }

    private void word(Token token) {
      int at = token.getTokenIndex();
      if (!dropped.contains(at)) {
        boolean apart = lineEnds > 1;
        String text = token.getType() == Token.EOF ? "" : token.getText();
        words.words.put(at, new Word(text, above, apart, null));
        if (above.isEmpty() ? apart : above.get(0).apart()) {
          words.afterBlankLine.add(at);
        }
        above.clear();
        last = at;
      }
      lineEnds = 0;
    }

    private static int lineEnds(String space) {
      int count = 0;
      for (int i = 0; i < space.length(); i++) {
        char c = space.charAt(i);
        boolean pair = c == '\r' && i + 1 < space.length() && space.charAt(i + 1) == '\n';
        count += (c == '\n' || c == '\r') && !pair ? 1 : 0;
      }
      return count;
    }
  }
}
