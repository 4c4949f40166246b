package dev.writ.core.cache;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityNode;
import dev.writ.core.model.EntityStore;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The stored entities that were read, those among them that were not there, and what they are in.
 *
 * <p>Immutable, thread-safe. A node is one and the same object as long as the entity does not
 * change, and so are the answers about ancestors as long as the hierarchy is the same object too.
 */
public final class EntityReads {
  private static final int BYTES = 160;

  private final EntityId[] ids;
  private final @Nullable EntityNode[] nodes;
  private final Object hierarchy;

  private EntityReads(EntityId[] ids, @Nullable EntityNode[] nodes, Object hierarchy) {
    this.ids = ids;
    this.nodes = nodes;
    this.hierarchy = hierarchy;
  }

  /** These entities, as they are in the store. */
  public static EntityReads of(Collection<EntityId> ids, EntityStore store) {
    EntityId[] all = ids.toArray(EntityId[]::new);
    @Nullable EntityNode[] nodes = new EntityNode[all.length];
    for (int i = 0; i < all.length; i++) {
      nodes[i] = store.node(all[i]);
    }
    return new EntityReads(all, nodes, store.hierarchy());
  }

  /** Whether all of them are in this store what they were. */
  boolean hold(EntityStore store) {
    if (store.hierarchy() != hierarchy) {
      return false;
    }
    for (int i = 0; i < ids.length; i++) {
      if (store.node(ids[i]) != nodes[i]) {
        return false;
      }
    }
    return true;
  }

  /** About how much memory they take, entities that nobody else holds any more included. */
  int bytes() {
    return Weights.OBJECT + ids.length * BYTES;
  }
}
