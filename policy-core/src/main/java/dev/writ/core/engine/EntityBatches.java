package dev.writ.core.engine;

import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityChanges;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.InvalidValueException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a source tells for one request, batch after batch, over the stored entities. */
final class EntityBatches {

  private final EntitySource source;
  private final int mostRounds;
  private final int mostEntities;
  private final @Nullable LoadLog log;
  private final Set<EntityId> asked = new HashSet<>();
  private EntityStore store;
  private int rounds;

  /**
   * @param log where to write what was loaded, or null
   */
  EntityBatches(
      EntitySource source,
      EntityStore stored,
      int mostRounds,
      int mostEntities,
      @Nullable LoadLog log) {
    this.source = source;
    this.log = log;
    this.store = stored;
    this.mostRounds = mostRounds;
    this.mostEntities = mostEntities;
  }

  /** The stored entities and those told so far. */
  EntityStore store() {
    return store;
  }

  /**
   * Asks for those of these entities that are not stored and were not asked for.
   *
   * @return whether there was any
   */
  boolean load(Collection<EntityId> wanted) throws EntityLoadException {
    Set<EntityId> missing = new LinkedHashSet<>();
    for (EntityId id : wanted) {
      if (store.node(id) == null && !asked.contains(id)) {
        missing.add(id);
      }
    }
    if (missing.isEmpty()) {
      return false;
    }
    asked.addAll(missing);
    if (++rounds > mostRounds) {
      throw new EntityLoadException("the source would be asked more than " + mostRounds + " times");
    }
    if (asked.size() > mostEntities) {
      throw new EntityLoadException("more than " + mostEntities + " entities would be loaded");
    }
    Set<EntityId> ids = Collections.unmodifiableSet(missing);
    if (log != null) {
      log.begin(source, ids);
    }
    List<Entity> told = told(ids);
    if (log != null) {
      log.told(told);
    }
    store = store.with(EntityChanges.of(told));
    return true;
  }

  private List<Entity> told(Set<EntityId> missing) throws EntityLoadException {
    try {
      return checked(source.load(missing), missing);
    } catch (EntityLoadException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EntityLoadException("the source was interrupted", e);
    } catch (Exception | StackOverflowError e) {
      throw new EntityLoadException("the source failed: " + e.getClass().getName(), e);
    }
  }

  /** Each entity once, and none that was not asked for; the collection may be of any make. */
  private List<Entity> checked(Collection<Entity> told, Set<EntityId> missing)
      throws EntityLoadException {
    List<Entity> entities = new ArrayList<>();
    Set<EntityId> names = new HashSet<>();
    for (Entity entity : told) {
      EntityId name = qualified(entity);
      if (!missing.contains(name)) {
        throw new EntityLoadException("the source told `" + name + "`, which it was not asked for");
      }
      if (!names.add(name)) {
        throw new EntityLoadException("the source told `" + name + "` twice");
      }
      entities.add(entity);
    }
    return entities;
  }

  private EntityId qualified(Entity entity) {
    try {
      return store.schema().qualified(entity.uid(), "uid");
    } catch (InvalidValueException e) {
      return entity.uid();
    }
  }
}
