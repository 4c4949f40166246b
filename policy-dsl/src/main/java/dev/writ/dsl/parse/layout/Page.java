package dev.writ.dsl.parse.layout;

import org.jspecify.annotations.Nullable;

/**
 * The text as it grows, line by line. Indentation is written with the first word of a line and a
 * comment beside a word with what follows it, so that no line ends in white space.
 */
final class Page {
  private final StringBuilder text = new StringBuilder();
  private int column;
  private boolean fresh = true;
  private boolean spaced;
  private @Nullable Note beside;

  /** The column at which the next word would stand, the space before it counted. */
  int column() {
    return column + (spaced ? 1 : 0);
  }

  /** Asks for a space before the next word of this line. */
  void space() {
    spaced = !fresh;
  }

  /** Ends the line; the next one starts at this column. */
  void newLine(int indent, boolean blank) {
    flushBeside();
    text.append(blank ? "\n\n" : "\n");
    column = indent;
    fresh = true;
    spaced = false;
  }

  /** Writes a word with its comments; a line that a comment ends goes on at this column. */
  void write(Word word, int indent) {
    if (beside != null && !word.isSeparator()) {
      newLine(indent, false);
    }
    if (!word.above().isEmpty()) {
      writeAbove(word, indent);
    }
    put(word.text());
    if (word.beside() != null) {
      beside = word.beside();
    }
  }

  private void writeAbove(Word word, int indent) {
    if (!fresh) {
      newLine(indent, false);
    }
    int start = column;
    boolean first = true;
    for (Note note : word.above()) {
      if (!first) {
        newLine(start, note.apart());
      }
      put(note.text());
      first = false;
    }
    newLine(start, word.apart());
  }

  private void put(String word) {
    if (fresh) {
      text.append(" ".repeat(column));
    } else if (spaced) {
      text.append(' ');
      column++;
    }
    text.append(word);
    column += word.codePointCount(0, word.length());
    fresh = false;
    spaced = false;
  }

  private void flushBeside() {
    if (beside != null) {
      text.append(' ').append(beside.text());
      beside = null;
    }
  }

  /** The whole text; a last line that is begun is ended. */
  String finish() {
    if (!fresh) {
      newLine(0, false);
    }
    return text.toString().stripTrailing().isEmpty() ? "" : text.toString().stripTrailing() + "\n";
  }
}
