package dev.writ.dsl.parse.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pieces one after another.
 *
 * @param parts the pieces, possibly none
 * @param measure their measure
 */
record Sequence(List<Doc> parts, Measure measure) implements Doc {

  Sequence {
    parts = List.copyOf(parts);
  }

  static Sequence of(List<Doc> parts) {
    return new Sequence(parts, Measure.of(parts, 0));
  }

  static Sequence of(Doc... parts) {
    return of(List.of(parts));
  }

  @Override
  public int width() {
    return measure.width();
  }

  @Override
  public boolean startsWithNotes() {
    return measure.startsWithNotes();
  }

  @Override
  public boolean endsWithNote() {
    return measure.endsWithNote();
  }

  @Override
  public <R extends @Nullable Object> R accept(DocVisitor<R> visitor) {
    return visitor.visitSequence(this);
  }
}
