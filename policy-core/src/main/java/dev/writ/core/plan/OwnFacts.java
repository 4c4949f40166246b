package dev.writ.core.plan;

import org.jspecify.annotations.Nullable;

/**
 * What of a slice is told by a version of one entity, as a principal or as a resource. Immutable,
 * but for a note.
 */
final class OwnFacts {
  /** What stands for the side that they are of; they do not keep it, nor its program. */
  final Object side;

  /** The hierarchy whose ancestors were read, or null where none were. */
  final @Nullable Object hierarchy;

  /** The bits that it leaves alive. */
  final long leaves;

  /** What the attributes of the shapes meet. */
  final int[][] tokens;

  /** Whether something went wrong, so that every rule is to be looked at. */
  final boolean faulty;

  /** The answer met last that names the entity, as far as this thread knows. */
  @Nullable Placed placed;

  /** A settled answer, and what it is where it names the entity. */
  record Placed(Settled settled, Answer answer) {}

  OwnFacts(Object side, @Nullable Object hierarchy, long leaves, int[][] tokens, boolean faulty) {
    this.side = side;
    this.hierarchy = hierarchy;
    this.leaves = leaves;
    this.tokens = tokens;
    this.faulty = faulty;
  }
}
