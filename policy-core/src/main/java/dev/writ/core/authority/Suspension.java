package dev.writ.core.authority;

import dev.writ.core.model.EntityId;
import java.util.Objects;

/**
 * An entity that may not act, nor its members.
 *
 * @param entity who
 * @param by who suspended it
 * @param declaration the module and types of the declaration under which it was made, as {@code
 *     payments.agents/Agent}: it says who may lift it
 * @param atMillis since when, epoch milliseconds
 */
public record Suspension(EntityId entity, EntityId by, String declaration, long atMillis) {
  public Suspension {
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(declaration, "declaration");
  }
}
