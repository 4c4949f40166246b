package dev.writ.core.model;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A declared type of entities.
 *
 * @param name the qualified name
 * @param human whether its entities are people: only they vote, and only they act without a scope
 * @param inline whether a request may bring entities of this type with it
 * @param parentTypes the types its entities may have as parents, sorted; empty for none
 * @param person the attribute that tells which person an entity is, or null where each entity is a
 *     person of its own
 * @param closedIds the ids that exist, always and alone, or null where the store says which exist
 * @param attributes the attributes
 */
public record EntityTypeDef(
    String name,
    boolean human,
    boolean inline,
    SortedSet<String> parentTypes,
    @Nullable String person,
    @Nullable SortedSet<String> closedIds,
    Type.RecordType attributes) {
  public EntityTypeDef {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(attributes, "attributes");
    parentTypes = Collections.unmodifiableSortedSet(new TreeSet<>(parentTypes));
    closedIds =
        closedIds == null ? null : Collections.unmodifiableSortedSet(new TreeSet<>(closedIds));
  }
}
