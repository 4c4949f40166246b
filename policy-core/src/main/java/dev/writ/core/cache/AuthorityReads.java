package dev.writ.core.cache;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.SessionRecord;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.EntityId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was read of the state of authority for a verdict that rests on nothing held: the session,
 * the grants of the members, that nobody of them and of what they are in is suspended, and that
 * they opened nothing that is asked for.
 *
 * <p>Immutable, thread-safe. Records and the lists of a state are the same objects as long as they
 * do not change.
 */
public final class AuthorityReads {
  private static final int MOST_GROUPS = 128;

  private final @Nullable String sessionId;
  private final @Nullable SessionRecord session;
  private final List<EntityId> members;
  private final List<List<GrantRecord>> grants;
  private final Collection<String> asked;
  private final EntityId @Nullable [] suspendable;
  private final Voters voters;

  private AuthorityReads(
      BoundRequest request,
      AuthoritySnapshot state,
      Collection<String> asked,
      Set<EntityId> groups,
      Voters voters) {
    this.sessionId = request.session();
    this.session = sessionId == null ? null : state.session(sessionId);
    this.members = request.members();
    this.grants = members.stream().map(state::grantsOf).toList();
    this.asked = asked;
    this.suspendable = groups.size() > MOST_GROUPS ? null : groups.toArray(EntityId[]::new);
    this.voters = voters;
  }

  /**
   * What is read for a request.
   *
   * @param asked the approvals and confirmations that something asks for
   * @param groups the members and all that they are in
   * @param people the approvals and confirmations of whose voters the entities are loaded; none
   *     where nothing is loaded
   */
  public static AuthorityReads of(
      BoundRequest request,
      AuthoritySnapshot state,
      Collection<String> asked,
      Set<EntityId> groups,
      Collection<String> people) {
    return new AuthorityReads(request, state, asked, groups, Voters.of(request, state, people));
  }

  /** Whether all of it is in this state what it was. */
  boolean hold(AuthoritySnapshot state) {
    return (sessionId == null || !isOther(session, state.session(sessionId)))
        && holdGrants(state)
        && !isOpened(state)
        && (!state.hasSuspensions() || !isSuspended(state))
        && voters.hold(state);
  }

  private boolean holdGrants(AuthoritySnapshot state) {
    for (int i = 0; i < members.size(); i++) {
      if (isOther(grants.get(i), state.grantsOf(members.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOther(@Nullable Object before, @Nullable Object now) {
    return before != now;
  }

  private static boolean isOther(List<?> before, List<?> now) {
    return before != now && !(before.isEmpty() && now.isEmpty());
  }

  private boolean isOpened(AuthoritySnapshot state) {
    if (state.hasApprovals()) {
      for (String approval : asked) {
        for (EntityId member : members) {
          if (state.isOpenedBy(approval, member)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean isSuspended(AuthoritySnapshot state) {
    if (suspendable == null) {
      return true;
    }
    for (EntityId each : suspendable) {
      if (state.isSuspended(each)) {
        return true;
      }
    }
    return false;
  }

  /** About how much memory it takes, in bytes. */
  int bytes() {
    int groups = suspendable == null ? 0 : suspendable.length;
    return 4 * Weights.OBJECT + 2 * Weights.OBJECT * members.size() + 8 * groups + voters.bytes();
  }

  /** Who may have voted on what counts for a request: their entities are loaded with it. */
  private record Voters(
      EntityId principal,
      EntityId resource,
      List<String> approvals,
      List<List<ApprovalRecord>> opened,
      Map<String, Optional<ApprovalRecord>> activating) {

    static Voters of(BoundRequest request, AuthoritySnapshot state, Collection<String> people) {
      Map<String, Optional<ApprovalRecord>> activating = new HashMap<>();
      if (!people.isEmpty()) {
        request.members().stream()
            .flatMap(member -> state.grantsOf(member).stream())
            .flatMap(grant -> grant.approvals().stream())
            .forEach(id -> activating.put(id, Optional.ofNullable(state.approval(id))));
      }
      List<String> approvals = List.copyOf(people);
      return new Voters(
          request.principal(),
          request.resource(),
          approvals,
          approvals.stream()
              .map(id -> state.approvalsOf(id, request.principal(), request.resource()))
              .toList(),
          activating);
    }

    boolean hold(AuthoritySnapshot state) {
      for (int i = 0; i < approvals.size(); i++) {
        if (isOther(opened.get(i), state.approvalsOf(approvals.get(i), principal, resource))) {
          return false;
        }
      }
      for (Map.Entry<String, Optional<ApprovalRecord>> each : activating.entrySet()) {
        if (isOther(each.getValue().orElse(null), state.approval(each.getKey()))) {
          return false;
        }
      }
      return true;
    }

    int bytes() {
      return 16 * approvals.size() + Weights.OBJECT * activating.size();
    }
  }
}
