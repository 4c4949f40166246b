package dev.writ.core.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes of entities that are made together: some are put, in place of what was told of them
 * before, and some are taken away. Not yet held against a schema ({@link EntityStore#with}).
 *
 * <pre>{@code
 * EntityChanges.of(Entity.of("User", "ann").in(sre)).without(EntityId.of("User", "bo"))
 * }</pre>
 *
 * <p>Immutable, thread-safe. Each entity stands in them once.
 */
public final class EntityChanges {

  /** No changes. */
  public static final EntityChanges NONE = new EntityChanges(Map.of(), Set.of(), null);

  private final Map<EntityId, Entity> put;
  private final Set<EntityId> removed;
  private final @Nullable String version;

  private EntityChanges(
      Map<EntityId, Entity> put, Set<EntityId> removed, @Nullable String version) {
    this.put = Collections.unmodifiableMap(put);
    this.removed = Collections.unmodifiableSet(removed);
    this.version = version;
  }

  /**
   * Puts these entities.
   *
   * @throws IllegalArgumentException if one stands twice
   */
  public static EntityChanges of(Entity... entities) {
    return of(List.of(entities));
  }

  /**
   * Puts these entities.
   *
   * @throws IllegalArgumentException if one stands twice
   */
  public static EntityChanges of(Collection<Entity> entities) {
    Map<EntityId, Entity> put = new LinkedHashMap<>();
    entities.forEach(entity -> once(put.put(entity.uid(), entity) == null, entity.uid()));
    return new EntityChanges(put, Set.of(), null);
  }

  /**
   * Takes these away.
   *
   * @throws IllegalArgumentException if one stands twice
   */
  public static EntityChanges removing(EntityId... entities) {
    return NONE.without(entities);
  }

  /**
   * These changes, and these entities taken away. One that is not there is no fault; one of a
   * closed type is left, with nothing told of it.
   *
   * @throws IllegalArgumentException if one stands twice, or is put
   */
  public EntityChanges without(EntityId... entities) {
    return without(List.of(entities));
  }

  /**
   * These changes, and these entities taken away, as {@link #without(EntityId...)}.
   *
   * @throws IllegalArgumentException if one stands twice, or is put
   */
  public EntityChanges without(Collection<EntityId> entities) {
    Set<EntityId> all = new LinkedHashSet<>(removed);
    entities.forEach(id -> once(!put.containsKey(id) && all.add(id), id));
    return new EntityChanges(put, all, version);
  }

  /** These changes, and what the entities are called after them, in place of their hash. */
  public EntityChanges version(String text) {
    return new EntityChanges(put, removed, Objects.requireNonNull(text, "text"));
  }

  private static void once(boolean first, EntityId id) {
    if (!first) {
      throw new IllegalArgumentException(
          "entity " + Shown.text(id.toString()) + " stands twice: leave one out");
    }
  }

  /** What is put, in order. */
  public Collection<Entity> put() {
    return put.values();
  }

  /** What is taken away, in order. */
  public Set<EntityId> removed() {
    return removed;
  }

  /** What the entities are called after the changes, or null for their hash. */
  public @Nullable String version() {
    return version;
  }
}
