package dev.writ.dsl.parse.layout;

import org.jspecify.annotations.Nullable;

/**
 * A piece of laid-out text: words, and the gaps between them at which lines may end.
 *
 * <p>Immutable. The measures are taken once, when a piece is made.
 */
sealed interface Doc permits Word, Gap, Sequence, Nest, Group, Fill, Hug {
  /** The width of what cannot stand on one line. */
  int BROKEN = 1 << 24;

  /** The width on one line, comments above and beside not counted, or at least {@link #BROKEN}. */
  int width();

  /** Whether it starts with comments on lines of their own. */
  boolean startsWithNotes();

  /** Whether it ends with a comment, behind which only a separator may stand on that line. */
  boolean endsWithNote();

  /** Calls the method of the visitor that is for this kind. */
  <R extends @Nullable Object> R accept(DocVisitor<R> visitor);
}
