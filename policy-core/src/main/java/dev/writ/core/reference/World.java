package dev.writ.core.reference;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.ZoneTable;
import dev.writ.core.model.EntityStore;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one decision is made against: one policy set, one version of the entities, one state of
 * authority, one instant.
 *
 * @param policies the policy set
 * @param entities the stored entities, and those that came with the request
 * @param authority grants, approvals, suspensions, sessions, counters
 * @param nowMillis the instant, epoch milliseconds
 */
record World(
    PolicySet policies, EntityStore entities, AuthoritySnapshot authority, long nowMillis) {
  World {
    Objects.requireNonNull(policies, "policies");
    Objects.requireNonNull(entities, "entities");
    Objects.requireNonNull(authority, "authority");
  }

  /** The table of this zone, or null. */
  @Nullable ZoneTable zone(String name) {
    return policies.zones().stream()
        .filter(table -> table.zone().equals(name))
        .findFirst()
        .orElse(null);
  }
}
