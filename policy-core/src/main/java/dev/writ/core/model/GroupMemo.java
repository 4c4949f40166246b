package dev.writ.core.model;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The ancestors of entities that others are in, as far as they were asked for: groups are few and
 * asked for often. Thread-safe.
 *
 * <p>Stores that share a hierarchy share one of these. An answer counts for the very node that it
 * was found for, so a store in which the entity is another one has no use for it. No more is kept
 * than a number of ids in all answers together; beyond it answers are found anew.
 */
final class GroupMemo {

  private static final long MOST_IDS = 4_000_000;

  private final ConcurrentHashMap<EntityId, Found> byGroup = new ConcurrentHashMap<>();
  private long ids; // guarded by this

  private record Found(EntityNode node, EntityAnswer<Set<EntityId>> ancestors) {}

  EntityAnswer<Set<EntityId>> of(
      EntityId id, EntityNode node, Supplier<EntityAnswer<Set<EntityId>>> walk) {
    Found known = byGroup.get(id);
    if (known != null && known.node() == node) {
      return known.ancestors();
    }
    EntityAnswer<Set<EntityId>> answer = walk.get();
    keep(id, new Found(node, answer));
    return answer;
  }

  private synchronized void keep(EntityId id, Found found) {
    long weight = weight(found);
    if (ids + weight <= MOST_IDS) {
      Found before = byGroup.put(id, found);
      ids += before == null ? weight : weight - weight(before);
    }
  }

  private static long weight(Found found) {
    return found.ancestors().<Integer>fold(Set::size, problem -> 1);
  }
}
