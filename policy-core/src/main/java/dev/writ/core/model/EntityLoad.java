package dev.writ.core.model;

import dev.writ.core.model.StoredEntities.Loop;
import dev.writ.core.persistent.PersistentMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/** Holds all entities of a store against a schema, in time linear in what they tell. */
final class EntityLoad {

  private final Schema schema;
  private final EntityNaming naming;
  private final Map<EntityId, EntityNode> nodes;
  private final Map<EntityId, Loop> loops = new HashMap<>();

  private EntityLoad(Schema schema, DataLimits limits, int size) {
    this.schema = schema;
    this.naming = new EntityNaming(schema, limits);
    this.nodes = new HashMap<>(size * 2);
  }

  /**
   * The stored entities.
   *
   * @param told the entities, by the id they are told with
   */
  static StoredEntities of(Schema schema, DataLimits limits, Map<EntityId, Entity> told) {
    return new EntityLoad(schema, limits, told.size()).load(told);
  }

  private StoredEntities load(Map<EntityId, Entity> told) {
    told.values().forEach(this::put);
    addClosed();
    Map<EntityId, Integer> children = new HashMap<>();
    for (EntityNode node : nodes.values()) {
      node.parents().forEach(parent -> children.merge(parent, 1, Integer::sum));
    }
    Cycles.find(schema, nodes::get, nodes.keySet()).forEach(this::mark);
    return new StoredEntities(
        PersistentMap.copyOf(told),
        PersistentMap.copyOf(nodes),
        PersistentMap.copyOf(loops),
        PersistentMap.copyOf(children),
        new Object(),
        new GroupMemo());
  }

  private void put(Entity entity) {
    EntityId id = naming.nameOf(entity.uid());
    if (nodes.putIfAbsent(id, naming.bind(id, entity)) != null) {
      nodes.put(id, EntityNaming.toldTwice(id));
    }
  }

  private void addClosed() {
    for (EntityTypeDef type : schema.entityTypes().values()) {
      for (String id : type.closedIds() == null ? Set.<String>of() : type.closedIds()) {
        EntityId closed = new EntityId(type.name(), id);
        if (!nodes.containsKey(closed)) {
          nodes.put(closed, naming.bind(closed, Entity.of(closed)));
        }
      }
    }
  }

  private void mark(SortedSet<EntityId> around) {
    for (EntityId id : around) {
      EntityNode node = nodes.put(id, Cycles.broken(id, around));
      if (node != null) {
        loops.put(id, new Loop(node, around));
      }
    }
  }
}
