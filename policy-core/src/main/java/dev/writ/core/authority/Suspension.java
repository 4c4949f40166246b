package dev.writ.core.authority;

import dev.writ.core.model.EntityId;
import java.util.Objects;

/**
 * An entity that may not act, nor its members.
 *
 * @param entity who
 * @param by who suspended it
 * @param atMillis since when, epoch milliseconds
 */
public record Suspension(EntityId entity, EntityId by, long atMillis) {
  public Suspension {
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(by, "by");
  }
}
