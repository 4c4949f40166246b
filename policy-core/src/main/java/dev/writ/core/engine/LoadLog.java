package dev.writ.core.engine;

import dev.writ.core.cache.SourceReads;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down what a source tells for one request, and its versions. For one thread. */
final class LoadLog {
  private final List<SourceReads.Batch> batches = new ArrayList<>();
  private final List<Entity> told = new ArrayList<>();
  private boolean unknown;

  /** Asks for the version of what is about to be loaded: what is told later is no older. */
  void begin(EntitySource source, Set<EntityId> ids) {
    Object version = unknown ? null : version(source, ids);
    if (version == null) {
      unknown = true;
    } else {
      batches.add(new SourceReads.Batch(ids, version));
    }
  }

  private static @Nullable Object version(EntitySource source, Set<EntityId> ids) {
    try {
      return source.version(ids);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (Exception | StackOverflowError e) {
      return null;
    }
  }

  void told(List<Entity> entities) {
    told.addAll(entities);
  }

  /** What was loaded, or null where a version is not known. */
  @Nullable SourceReads reads() {
    return unknown ? null : new SourceReads(batches, told);
  }
}
