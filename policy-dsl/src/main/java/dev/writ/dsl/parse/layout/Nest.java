package dev.writ.dsl.parse.layout;

import org.jspecify.annotations.Nullable;

/**
 * A piece whose lines are indented further, from its second on.
 *
 * @param body the piece
 */
record Nest(Doc body) implements Doc {
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
    return visitor.visitNest(this);
  }
}
