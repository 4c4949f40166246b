package dev.writ.core.authority;

import dev.writ.core.model.EntityId;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every digest of an approval of a request is over, whatever the approval ignores.
 *
 * @param approval the id of the declared approval or confirmation
 * @param principal who acts
 * @param resource what is acted on
 */
record Matter(String approval, EntityId principal, EntityId resource)
    implements Comparable<Matter> {

  private static final Comparator<Matter> ORDER =
      Comparator.comparing(Matter::approval)
          .thenComparing(Matter::principal)
          .thenComparing(Matter::resource);

  Matter {
    Objects.requireNonNull(approval, "approval");
    Objects.requireNonNull(principal, "principal");
    Objects.requireNonNull(resource, "resource");
  }

  /** What this was opened for, or null where that is a grant. */
  static @Nullable Matter of(ApprovalRecord record) {
    Claim claim = record.claim();
    return claim == null
        ? null
        : new Matter(record.approval(), claim.principal(), claim.resource());
  }

  @Override
  public int compareTo(Matter other) {
    return ORDER.compare(this, other);
  }
}
