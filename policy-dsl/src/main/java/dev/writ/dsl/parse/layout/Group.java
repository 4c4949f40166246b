package dev.writ.dsl.parse.layout;

import org.jspecify.annotations.Nullable;

/**
 * A piece that stands on one line if it fits, and else ends a line at each of its own gaps.
 *
 * @param body the piece
 */
record Group(Doc body) implements Doc {
  @Override
  public int width() {
    return body.width();
  }

  @Override
  public boolean startsWithNotes() {
    return body.startsWithNotes();
  }

  @Override
  public boolean endsWithNote() {
    return body.endsWithNote();
  }

  @Override
  public <R extends @Nullable Object> R accept(DocVisitor<R> visitor) {
    return visitor.visitGroup(this);
  }
}
