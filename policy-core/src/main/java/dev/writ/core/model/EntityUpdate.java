package dev.writ.core.model;

import dev.writ.core.model.StoredEntities.Loop;
import dev.writ.core.persistent.PersistentMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes stored entities from others by changes, so that they answer as if they had been loaded
 * anew. Takes time in proportion to what changes and, where parents change, to what lies above.
 *
 * <h2>Cycles</h2>
 *
 * <p>A cycle that comes into being goes through an entity whose parents changed and that others
 * name as a parent; one that goes away went through an entity that changed. So it is enough to look
 * again from those, and from all that were on a cycle with them.
 *
 * <h2>Ancestors</h2>
 *
 * <p>The ancestors of an unchanged entity can only become others if somewhere above it an entity
 * becomes another one that an unchanged entity names as its parent. Without such a one the
 * hierarchy, and the ancestors that were found in it, stand.
 */
final class EntityUpdate {

  private final Schema schema;
  private final StoredEntities before;
  private final EntityNaming naming;
  private final Map<EntityId, @Nullable EntityNode> changed = new HashMap<>();
  private PersistentMap<EntityId, Entity> told;
  private PersistentMap<EntityId, EntityNode> nodes;
  private PersistentMap<EntityId, Loop> loops;
  private PersistentMap<EntityId, Integer> children;

  private EntityUpdate(Schema schema, DataLimits limits, StoredEntities before) {
    this.schema = schema;
    this.before = before;
    this.naming = new EntityNaming(schema, limits);
    this.told = before.told();
    this.nodes = before.nodes();
    this.loops = before.loops();
    this.children = before.children();
  }

  /** The entities after the changes; what is taken away is so before anything is put. */
  static StoredEntities of(
      Schema schema, DataLimits limits, StoredEntities before, EntityChanges changes) {
    return new EntityUpdate(schema, limits, before).make(changes);
  }

  private StoredEntities make(EntityChanges changes) {
    changes.removed().forEach(id -> forget(naming.nameOf(id)));
    changes.put().forEach(entity -> forget(naming.nameOf(entity.uid())));
    changes.put().forEach(this::put);
    changed.forEach(this::recount);
    Set<EntityId> starts = new HashSet<>();
    changed.forEach((id, node) -> addStarts(id, node, starts));
    changed.forEach((id, node) -> nodes = set(nodes, id, node));
    starts.forEach(this::unmark);
    Cycles.find(schema, this::alone, starts).forEach(this::mark);
    boolean stands = changed.keySet().stream().noneMatch(this::movesOthers);
    return new StoredEntities(
        told,
        nodes,
        loops,
        children,
        stands ? before.hierarchy() : new Object(),
        stands ? before.groups() : new GroupMemo());
  }

  private void forget(EntityId name) {
    for (EntityId id : naming.tellings(name)) {
      told = told.without(id);
    }
    changed.put(name, naming.untold(name));
  }

  private void put(Entity entity) {
    EntityId name = naming.nameOf(entity.uid());
    boolean first = naming.tellings(name).stream().noneMatch(told::containsKey);
    told = told.with(entity.uid(), entity);
    changed.put(name, first ? naming.bind(name, entity) : EntityNaming.toldTwice(name));
  }

  private static List<EntityId> parents(@Nullable EntityNode node) {
    return node == null ? List.of() : node.parents();
  }

  private void recount(EntityId id, @Nullable EntityNode node) {
    List<EntityId> old = parents(before.alone(id));
    if (!old.equals(parents(node))) {
      old.forEach(parent -> count(parent, -1));
      parents(node).forEach(parent -> count(parent, 1));
    }
  }

  private void count(EntityId parent, int by) {
    Integer held = children.get(parent);
    int now = (held == null ? 0 : held) + by;
    children = now == 0 ? children.without(parent) : children.with(parent, now);
  }

  /** From where cycles are to be looked for, those that may be gone among them. */
  private void addStarts(EntityId id, @Nullable EntityNode node, Set<EntityId> starts) {
    Loop loop = before.loops().get(id);
    if (loop != null) {
      starts.addAll(loop.around());
    } else if (children.containsKey(id) && !parents(before.nodes().get(id)).equals(parents(node))) {
      starts.add(id);
    }
  }

  private void unmark(EntityId id) {
    if (before.loops().containsKey(id)) {
      EntityNode alone = alone(id);
      loops = loops.without(id);
      nodes = set(nodes, id, alone);
      changed.put(id, alone);
    }
  }

  private void mark(SortedSet<EntityId> around) {
    for (EntityId id : around) {
      EntityNode alone = alone(id);
      if (alone != null) {
        EntityNode broken = Cycles.broken(id, around);
        loops = loops.with(id, new Loop(alone, around));
        nodes = nodes.with(id, broken);
        changed.put(id, alone);
      }
    }
  }

  /** The entity after the changes, by itself. */
  private @Nullable EntityNode alone(EntityId id) {
    return changed.containsKey(id) ? changed.get(id) : before.alone(id);
  }

  private static <V> PersistentMap<EntityId, V> set(
      PersistentMap<EntityId, V> map, EntityId id, @Nullable V value) {
    return value == null ? map.without(id) : map.with(id, value);
  }

  /** Whether the ancestors of an unchanged entity may be others because of this one. */
  private boolean movesOthers(EntityId id) {
    return before.isNamed(id)
        && children.containsKey(id)
        && isOther(before.nodes().get(id), nodes.get(id));
  }

  private static boolean isOther(@Nullable EntityNode old, @Nullable EntityNode now) {
    if (old == null || now == null) {
      return old != now;
    }
    return !old.parents().equals(now.parents()) || !problem(old).equals(problem(now));
  }

  private static List<EntityProblem> problem(EntityNode node) {
    return node.attributes().fold(known -> List.of(), List::of);
  }
}
