package dev.writ.core.reference;

import dev.writ.core.authority.GrantRecord;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.GrantTemplate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A grant that a member holds and that may be used for the request, its template's condition aside.
 *
 * @param grant the grant; for a supposed one a record as it would be issued for the request
 * @param template its template
 * @param text the template's case for the member's view; null for a template without {@code
 *     permits}, which covers nothing
 * @param carries the approvals that activated it and still stand
 */
record HeldGrant(
    GrantRecord grant, GrantTemplate template, @Nullable Case text, Set<String> carries) {
  HeldGrant {
    Objects.requireNonNull(grant, "grant");
    Objects.requireNonNull(template, "template");
    carries = Set.copyOf(carries);
  }

  /** The first instant at which it is over, epoch milliseconds. */
  long end() {
    return new GrantClock(grant, template).end();
  }
}
