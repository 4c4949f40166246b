package dev.writ.core.plan;

import dev.writ.core.model.EntityAnswer;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a slice is told by a version of one entity, as a principal or as a resource. Immutable,
 * but for a note and for the values that are kept once they were read: a race reads one twice.
 */
final class OwnFacts {
  /** What stands for the side that they are of; they do not keep it, nor its program. */
  final Object side;

  /** What the entity is in, or null where that was not read. */
  final @Nullable Above above;

  /** The values of the entity's attributes by place, as far as they were read. */
  final @Nullable Value[] values;

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

  /**
   * What an entity is in.
   *
   * @param hierarchy in which that was read
   * @param ancestors itself among them
   */
  record Above(Object hierarchy, EntityAnswer<Set<EntityId>> ancestors) {}

  OwnFacts(
      Object side,
      @Nullable Above above,
      @Nullable Value[] values,
      long leaves,
      int[][] tokens,
      boolean faulty) {
    this.side = side;
    this.above = above;
    this.values = values;
    this.leaves = leaves;
    this.tokens = tokens;
    this.faulty = faulty;
  }
}
