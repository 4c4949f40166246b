package dev.writ.dsl.parse.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pieces a space apart, as many on each line as fit.
 *
 * @param parts the pieces
 * @param measure their measure
 */
record Fill(List<Doc> parts, Measure measure) implements Doc {

  Fill {
    parts = List.copyOf(parts);
  }

  static Fill of(List<Doc> parts) {
    return new Fill(parts, Measure.of(parts, 1));
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
    return visitor.visitFill(this);
  }
}
