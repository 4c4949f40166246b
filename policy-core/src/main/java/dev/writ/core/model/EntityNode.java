package dev.writ.core.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entity held against the schema, as a snapshot has it.
 *
 * <p>Immutable and thread-safe, but for a note that whoever reads it may leave: what was worked out
 * from this entity, so that it need not be worked out again. A note is lost at any time, or seen
 * late by another thread; it must be immutable and tell by itself what it was worked out for.
 */
public final class EntityNode {
  private final EntityAnswer<RecordValue> attributes;
  private final List<EntityId> parents;
  private @Nullable Object note;

  /**
   * @param attributes its typed attributes, or how it breaks the schema
   * @param parents what it is directly in; none where it is broken
   */
  EntityNode(EntityAnswer<RecordValue> attributes, List<EntityId> parents) {
    this.attributes = Objects.requireNonNull(attributes, "attributes");
    this.parents = parents.stream().sorted().toList();
  }

  /** Its typed attributes, or how it breaks the schema. */
  public EntityAnswer<RecordValue> attributes() {
    return attributes;
  }

  /** What it is directly in, sorted; none where it is broken. */
  public List<EntityId> parents() {
    return parents;
  }

  /** The note that was left last, as far as this thread knows, or null. */
  public @Nullable Object note() {
    return note;
  }

  /** Leaves a note in place of any before. */
  public void leave(Object immutable) {
    this.note = Objects.requireNonNull(immutable, "immutable");
  }
}
