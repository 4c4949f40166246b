package dev.writ.dsl.check;

import dev.writ.core.model.EntityId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entities told by type, by identity or by membership.
 *
 * @param type the qualified type
 * @param id this entity alone, or null
 * @param in members of any of these, or empty
 */
public record CheckedPattern(String type, @Nullable EntityId id, List<EntityId> in) {

  /** Copies the list. */
  public CheckedPattern {
    in = List.copyOf(in);
  }
}
