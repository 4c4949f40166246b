package dev.writ.dsl.parse.layout;

import org.jspecify.annotations.Nullable;

/**
 * A piece that ends in a block. Where it does not fit on a line of its own either, it stays on the
 * line, and the block is indented as the statement that it belongs to.
 *
 * @param body the piece
 */
record Hug(Doc body) implements Doc {
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
    return visitor.visitHug(this);
  }
}
