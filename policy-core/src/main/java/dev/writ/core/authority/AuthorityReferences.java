package dev.writ.core.authority;

import dev.writ.core.model.InvalidValueException;
import java.util.HashSet;
import java.util.Set;

/** Checks that what the records of a state name is there, and that no session is its own parent. */
final class AuthorityReferences {

  private AuthorityReferences() {}

  static void check(AuthoritySnapshot state) throws InvalidValueException {
    for (GrantRecord grant : state.grants()) {
      for (String approval : grant.approvals()) {
        require(state.approval(approval) != null, "grant", grant.id(), "approval", approval);
      }
    }
    for (ApprovalRecord approval : state.approvals()) {
      String grant = approval.grant();
      if (grant != null) {
        require(state.grant(grant) != null, "approval", approval.id(), "grant", grant);
      }
    }
    Set<String> rooted = new HashSet<>();
    for (SessionRecord session : state.sessions()) {
      checkParents(state, session, rooted);
    }
  }

  /** Goes up from a session to the first one that is known to have a root. */
  private static void checkParents(
      AuthoritySnapshot state, SessionRecord session, Set<String> rooted)
      throws InvalidValueException {
    Set<String> below = new HashSet<>();
    String id = session.id();
    while (id != null && !rooted.contains(id)) {
      SessionRecord at = state.session(id);
      require(at != null, "session", session.id(), "session", id);
      if (!below.add(id)) {
        throw new InvalidValueException(
            "sessions", "session `" + id + "` is its own parent, directly or not");
      }
      id = at == null ? null : at.parent();
    }
    rooted.addAll(below);
  }

  private static void require(boolean there, String kind, String id, String what, String named)
      throws InvalidValueException {
    if (!there) {
      throw new InvalidValueException(
          kind + "s",
          kind + " `" + id + "` names " + what + " `" + named + "`, which is not there");
    }
  }
}
