package dev.writ.core.reference;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.Counter;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.SessionRecord;
import dev.writ.core.authority.Suspension;
import java.util.ArrayList;
import java.util.List;

/** The states of authority that lack one record of a state, or one vote. */
final class SimplerStates {

  private SimplerStates() {}

  static List<AuthoritySnapshot> of(AuthoritySnapshot state) {
    List<AuthoritySnapshot> all = new ArrayList<>();
    Parts parts = Parts.of(state);
    if (state.grants().size()
            + state.approvals().size()
            + state.suspensions().size()
            + state.sessions().size()
            + state.counters().size()
        > 0) {
      all.add(AuthoritySnapshot.EMPTY);
    }
    for (List<GrantRecord> grants : Shrinking.without(parts.grants)) {
      all.add(parts.with(grants).on(state));
    }
    for (List<ApprovalRecord> approvals : Shrinking.without(parts.approvals)) {
      all.add(parts.opened(approvals).on(state));
    }
    for (ApprovalRecord record : parts.approvals) {
      Shrinking.without(record.votes())
          .forEach(votes -> all.add(state.toBuilder().put(record.with(votes)).build()));
    }
    for (List<Suspension> suspensions : Shrinking.without(parts.suspensions)) {
      all.add(
          new Parts(parts.grants, parts.approvals, suspensions, parts.sessions, parts.counters)
              .on(state));
    }
    for (List<SessionRecord> sessions : Shrinking.without(parts.sessions)) {
      all.add(
          new Parts(parts.grants, parts.approvals, parts.suspensions, sessions, parts.counters)
              .on(state));
    }
    for (List<Counter> counters : Shrinking.without(parts.counters)) {
      all.add(
          new Parts(parts.grants, parts.approvals, parts.suspensions, parts.sessions, counters)
              .on(state));
    }
    return all;
  }

  private record Parts(
      List<GrantRecord> grants,
      List<ApprovalRecord> approvals,
      List<Suspension> suspensions,
      List<SessionRecord> sessions,
      List<Counter> counters) {

    static Parts of(AuthoritySnapshot state) {
      return new Parts(
          state.grants(),
          state.approvals(),
          state.suspensions(),
          state.sessions(),
          state.counters());
    }

    Parts with(List<GrantRecord> others) {
      return new Parts(others, approvals, suspensions, sessions, counters);
    }

    Parts opened(List<ApprovalRecord> others) {
      return new Parts(grants, others, suspensions, sessions, counters);
    }

    AuthoritySnapshot on(AuthoritySnapshot like) {
      AuthoritySnapshot.Builder builder =
          AuthoritySnapshot.builder().at(like.position(), like.latestMillis());
      grants.forEach(builder::put);
      approvals.forEach(builder::put);
      suspensions.forEach(builder::put);
      sessions.forEach(builder::put);
      counters.forEach(builder::put);
      return builder.build();
    }
  }
}
