package dev.writ.core.engine;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.cache.SourceVersions;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.Request;
import dev.writ.core.model.Schema;
import dev.writ.core.reference.Reference;
import dev.writ.core.slice.EntityPath;
import dev.writ.core.slice.EntityPaths;
import dev.writ.core.slice.Slice;
import dev.writ.core.slice.Slices;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Gathers from a source what a request can read and the engine does not hold. Thread-safe. */
final class EntityGathering {

  private final EntitySource source;
  private final int mostRounds;
  private final int mostEntities;

  /** The paths of the set that was asked for last. */
  private volatile @Nullable Prepared prepared;

  /**
   * @param mostRounds how often the source may be asked for one request
   * @param mostEntities of how many entities altogether
   */
  EntityGathering(EntitySource source, int mostRounds, int mostEntities) {
    this.source = source;
    this.mostRounds = mostRounds;
    this.mostEntities = mostEntities;
  }

  private record Prepared(Reference evaluator, Slices slices, Map<Slot, List<EntityPath>> paths) {
    List<EntityPath> at(Slot slot) {
      return paths.computeIfAbsent(slot, this::read);
    }

    private List<EntityPath> read(Slot slot) {
      Slice slice = slices.at(slot);
      return slice == null ? List.of() : EntityPaths.of(evaluator.policies(), slice);
    }
  }

  private Prepared prepared(Loaded loaded) {
    Prepared last = prepared;
    if (last == null || last.evaluator() != loaded.evaluator()) {
      last =
          new Prepared(loaded.evaluator(), Slices.of(loaded.policies()), new ConcurrentHashMap<>());
      prepared = last;
    }
    return last;
  }

  /**
   * The same set with the entities that the request can read.
   *
   * @param consultation what the verdict is told to, or null
   * @throws EntityLoadException if the source does not tell them as it should, or they are too many
   */
  Loaded gather(
      Loaded loaded, Request request, AuthoritySnapshot state, @Nullable Consultation consultation)
      throws EntityLoadException {
    LoadLog log = consultation != null && consultation.asks() ? new LoadLog() : null;
    EntityBatches batches = batches(loaded, log);
    try {
      new EntityNeeds(prepared(loaded)::at, loaded.policies(), request, state).gather(batches);
    } catch (RuntimeException | StackOverflowError e) {
      throw new EntityLoadException("what to load could not be told: " + e.getClass().getName(), e);
    }
    Gathered how =
        consultation == null
            ? null
            : new Gathered(loaded.entities(), log == null ? null : log.reads(), consultation);
    return loaded.with(batches.store(), how);
  }

  /** What is known of one entity and of all that it is in. */
  EntityStore gather(Loaded loaded, EntityId entity) throws EntityLoadException {
    EntityBatches batches = batches(loaded, null);
    Schema schema = loaded.policies().schema();
    try {
      Set<EntityId> wanted = Set.of(schema.qualified(entity, "principal"));
      do {
        wanted = EntityNeeds.withAncestors(wanted, batches.store());
      } while (batches.load(wanted));
    } catch (InvalidValueException e) {
      return loaded.entities(); // nobody of a type that is not declared
    }
    return batches.store();
  }

  private EntityBatches batches(Loaded loaded, @Nullable LoadLog log) {
    return new EntityBatches(source, loaded.entities(), mostRounds, mostEntities, log);
  }

  /** The versions that the source tells. */
  SourceVersions versions() {
    return source::version;
  }
}
