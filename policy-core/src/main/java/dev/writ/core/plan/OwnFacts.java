package dev.writ.core.plan;

import org.jspecify.annotations.Nullable;

/**
 * What of a slice is told by a version of one entity, as a principal or as a resource. Immutable.
 */
final class OwnFacts {
  /** What they are of. */
  final Side side;

  /** The hierarchy whose ancestors were read, or null where none were. */
  final @Nullable Object hierarchy;

  /** The bits that it leaves alive. */
  final long leaves;

  /** What the attributes of the shapes meet. */
  final int[][] tokens;

  /** Whether something went wrong, so that every rule is to be looked at. */
  final boolean faulty;

  OwnFacts(Side side, @Nullable Object hierarchy, long leaves, int[][] tokens, boolean faulty) {
    this.side = side;
    this.hierarchy = hierarchy;
    this.leaves = leaves;
    this.tokens = tokens;
    this.faulty = faulty;
  }
}
