package dev.writ.core.plan;

import dev.writ.core.authority.GrantRecord;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A grant that a member holds and that may be used for the request, its template's condition aside.
 *
 * @param grant the grant
 * @param code its template
 * @param text what the template permits on the member's view; null for one that permits nothing
 * @param carries the approvals that activated it and still stand
 * @param end the first instant at which it is over, epoch milliseconds
 */
record HeldGrant(
    GrantRecord grant, GrantCode code, @Nullable GrantText text, Set<String> carries, long end) {
  HeldGrant {
    carries = Set.copyOf(carries);
  }

  String id() {
    return grant.id();
  }
}
