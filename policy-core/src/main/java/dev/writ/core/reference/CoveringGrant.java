package dev.writ.core.reference;

import dev.writ.core.authority.GrantRecord;
import dev.writ.core.decision.Obligation;
import java.util.List;
import java.util.Objects;

/**
 * A grant that covers a member's view of the request.
 *
 * @param grant the grant
 * @param obligations those of its template, for this view
 */
record CoveringGrant(GrantRecord grant, List<Obligation> obligations) {
  CoveringGrant {
    Objects.requireNonNull(grant, "grant");
    obligations = List.copyOf(obligations);
  }
}
