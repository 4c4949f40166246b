package dev.writ.core.cache;

import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import java.util.List;
import java.util.Set;

/**
 * What was loaded from a source of entities, batch after batch, and the version of each batch, told
 * before it was loaded. Immutable, thread-safe.
 */
public final class SourceReads {
  private static final int ENTITY_BYTES = 512;

  private final List<Batch> batches;
  private final List<Entity> told;

  /**
   * What was asked for at once.
   *
   * @param version what the source told of these ids before it loaded them
   */
  public record Batch(Set<EntityId> ids, Object version) {}

  /**
   * @param told all entities that were told
   */
  public SourceReads(List<Batch> batches, List<Entity> told) {
    this.batches = List.copyOf(batches);
    this.told = List.copyOf(told);
  }

  /** All entities that were told. */
  public List<Entity> told() {
    return told;
  }

  /** Whether the source was asked at all. */
  public boolean isNothing() {
    return batches.isEmpty();
  }

  /** Whether the source tells the same version of each batch; not so where it fails. */
  boolean hold(SourceVersions versions) {
    try {
      for (Batch batch : batches) {
        if (!batch.version().equals(versions.version(batch.ids()))) {
          return false;
        }
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (Exception | StackOverflowError e) {
      return false;
    }
  }

  /** About how much memory it takes, in bytes. */
  int bytes() {
    int sum = Weights.OBJECT;
    for (Batch batch : batches) {
      sum = Weights.sum(sum, Weights.OBJECT * (3 + 3 * batch.ids().size()));
    }
    for (Entity entity : told) {
      sum = Weights.sum(sum, ENTITY_BYTES + 4 * entity.attrs().toString().length());
    }
    return sum;
  }
}
