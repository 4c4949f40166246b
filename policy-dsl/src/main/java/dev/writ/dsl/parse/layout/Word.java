package dev.writ.dsl.parse.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word or sign with the comments at it.
 *
 * @param text the word as it is written
 * @param above the comments on the lines before it
 * @param apart whether a blank line stands between the last of these and the word
 * @param beside the comment behind it on its line
 */
record Word(String text, List<Note> above, boolean apart, @Nullable Note beside) implements Doc {

  Word {
    above = List.copyOf(above);
  }

  /** A word without comments. */
  static Word of(String text) {
    return new Word(text, List.of(), false, null);
  }

  /** Comments that no word follows; a line must end behind them. */
  static Word of(List<Note> notes) {
    Note last = notes.get(notes.size() - 1);
    return new Word(last.text(), notes.subList(0, notes.size() - 1), last.apart(), null);
  }

  /** The word in another spelling. */
  Word spelled(String spelling) {
    return new Word(spelling, above, apart, beside);
  }

  /** The word without the comments above it. */
  Word withoutAbove() {
    return new Word(text, List.of(), false, beside);
  }

  /** Whether it ends a line of a list or a statement, so that a comment is written behind it. */
  boolean isSeparator() {
    return (text.equals(",") || text.equals(";")) && above.isEmpty() && beside == null;
  }

  @Override
  public int width() {
    return text.codePointCount(0, text.length());
  }

  @Override
  public boolean startsWithNotes() {
    return !above.isEmpty();
  }

  @Override
  public boolean endsWithNote() {
    return beside != null;
  }

  @Override
  public <R extends @Nullable Object> R accept(DocVisitor<R> visitor) {
    return visitor.visitWord(this);
  }
}
