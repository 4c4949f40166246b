package dev.writ.dsl.parse.layout;

import org.jspecify.annotations.Nullable;

/** What stands between two words. */
enum Gap implements Doc {
  /** A space. */
  SPACE(1),
  /** A space, or the end of a line where the group is broken. */
  LINE(1),
  /** Nothing, or the end of a line where the group is broken. */
  SOFT(0),
  /** The end of a line. */
  HARD(BROKEN),
  /** The end of a line and a blank line. */
  BLANK(BROKEN);

  private final int width;

  Gap(int width) {
    this.width = width;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public boolean startsWithNotes() {
    return false;
  }

  @Override
  public boolean endsWithNote() {
    return false;
  }

  @Override
  public <R extends @Nullable Object> R accept(DocVisitor<R> visitor) {
    return visitor.visitGap(this);
  }
}
