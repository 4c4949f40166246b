package dev.writ.dsl.source;

import java.util.List;
import java.util.Objects;

/**
 * What may be written in place of what a diagnostic is about: edits of its file that permit nothing
 * more than before. Immutable.
 *
 * @param title what is done, as in "write `nonempty s and …`"
 * @param effect what becomes of decisions
 * @param edits at least one, in the order of the text, none touching another
 */
public record Fix(String title, Effect effect, List<TextEdit> edits) {

  /** What a fix does to decisions. There is none that permits more. */
  public enum Effect {
    /** Every request is decided as before. */
    KEEPS,
    /** What is permitted afterwards was permitted before; some requests may be denied now. */
    NARROWS
  }

  /**
   * Copies the list and checks it.
   *
   * @throws IllegalArgumentException if there is no edit, or two touch each other
   */
  public Fix {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(effect, "effect");
    edits = List.copyOf(edits);
    if (edits.isEmpty()) {
      throw new IllegalArgumentException("a fix without edits");
    }
    for (int i = 1; i < edits.size(); i++) {
      if (edits.get(i).span().start() <= edits.get(i - 1).span().end()) {
        throw new IllegalArgumentException("edits of a fix touch each other");
      }
    }
  }

  /** Returns a fix of one edit. */
  public static Fix of(String title, Effect effect, Span span, String text) {
    return new Fix(title, effect, List.of(new TextEdit(span, text)));
  }

  /** Returns the smallest span that holds all edits. */
  public Span span() {
    return edits.get(0).span().to(edits.get(edits.size() - 1).span());
  }
}
