package dev.writ.dsl.source;

import java.util.List;
import java.util.Objects;

/**
 * A text to write in the place of another. Immutable.
 *
 * @param span what is replaced; empty where the text is put in
 * @param text what stands there afterwards
 */
public record TextEdit(Span span, String text) {

  /**
   * Checks that both are there.
   *
   * @throws NullPointerException if one is null
   */
  public TextEdit {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(text, "text");
  }

  /**
   * Returns a text with edits made.
   *
   * @param edits in the order of the text, none overlapping another
   */
  public static String apply(String text, List<TextEdit> edits) {
    StringBuilder out = new StringBuilder(text.length() + 64);
    int from = 0;
    for (TextEdit edit : edits) {
      out.append(text, from, edit.span().start()).append(edit.text());
      from = edit.span().end();
    }
    return out.append(text, from, text.length()).toString();
  }
}
