package dev.writ.core.model;

import dev.writ.core.persistent.PersistentMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The entities of a store, all that the next store needs to be made by a change. Immutable.
 *
 * @param told the entities as they were told, by the id they were told with
 * @param nodes the entities held against the schema, by qualified id; by the id they were told with
 *     where the schema has no such type
 * @param loops those that are in themselves
 * @param children how many entities name one as a parent, be it known or not
 * @param hierarchy what {@link EntityStore#hierarchy} gives
 * @param groups the ancestors that were asked for
 */
record StoredEntities(
    PersistentMap<EntityId, Entity> told,
    PersistentMap<EntityId, EntityNode> nodes,
    PersistentMap<EntityId, Loop> loops,
    PersistentMap<EntityId, Integer> children,
    Object hierarchy,
    GroupMemo groups) {

  /**
   * An entity that is in itself.
   *
   * @param node what it would be if it were not
   * @param around all that are in it and that it is in, itself among them
   */
  record Loop(EntityNode node, SortedSet<EntityId> around) {}

  /** The entity by itself, whether in itself or not; null where it is not known. */
  @Nullable EntityNode alone(EntityId id) {
    Loop loop = loops.get(id);
    return loop == null ? nodes.get(id) : loop.node();
  }

  boolean isNamed(EntityId id) {
    return children.containsKey(id);
  }
}
