package dev.writ.core.reference;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.SessionRecord;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Step 1 of a decision, in its order: an invalid request, a port that failed, stale data, a
 * suspended member, no session although something names it. A request that cannot be bound at all
 * is refused before.
 */
final class Admission {

  private Admission() {}

  /** Why the request is refused, or null where it goes on to the next step. */
  static @Nullable Refusal refuse(
      PolicySet policies, BoundRequest request, Circumstances circumstances) {
    SessionRecord session = session(request, circumstances);
    Refusal invalid = SessionCheck.refuse(request, session, policies.schema());
    if (invalid != null) {
      return invalid;
    }
    if (circumstances.health() == Circumstances.Health.UNAVAILABLE) {
      return Refusal.of(ReasonCode.UNAVAILABLE);
    }
    if (circumstances.health() == Circumstances.Health.STALE || circumstances.isAhead()) {
      return Refusal.of(ReasonCode.STALE_STATE);
    }
    for (EntityId member : request.members()) {
      if (isSuspended(member, request.entities(), circumstances.authority())) {
        return new Refusal(ReasonCode.SUSPENDED, member.toString(), null, List.of());
      }
    }
    return session == null ? withoutSession(policies, Asked.of(request, null)) : null;
  }

  /** The session that the request names, or null. */
  static @Nullable SessionRecord session(BoundRequest request, Circumstances circumstances) {
    String id = request.session();
    return id == null ? null : circumstances.authority().session(id);
  }

  /** Itself or by a group it is in; where its groups cannot be told, by any of the suspensions. */
  private static boolean isSuspended(
      EntityId member, EntityStore entities, AuthoritySnapshot authority) {
    return authority.isSuspended(member)
        || (authority.hasSuspensions()
            && entities
                .ancestors(member)
                .fold(above -> above.stream().anyMatch(authority::isSuspended), problem -> true));
  }

  private static @Nullable Refusal withoutSession(PolicySet policies, Asked asked) {
    SortedSet<String> naming = SessionNeed.of(policies, asked);
    return naming.isEmpty()
        ? null
        : new Refusal(ReasonCode.SESSION_REQUIRED, null, null, List.copyOf(naming));
  }
}
