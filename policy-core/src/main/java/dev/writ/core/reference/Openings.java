package dev.writ.core.reference;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Approval.Kind;
import dev.writ.core.model.EntityId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether an approval or confirmation may be opened for a request or for a grant. */
final class Openings {
  private final Judge judge;
  private final Approvals approvals;

  Openings(Judge judge) {
    this.judge = judge;
    this.approvals = new Approvals(judge);
  }

  /**
   * Whether something may be opened.
   *
   * @param refusal why not, or null where it may
   * @param existing what is open or usable for the subject already and stands for it, or null
   */
  record Opening(@Nullable String refusal, @Nullable ApprovalRecord existing) {
    static Opening refused(String why) {
      return new Opening(why, null);
    }

    boolean allowed() {
      return refusal == null;
    }
  }

  /** Whether this requester may open it for the request. */
  Opening ofRequest(Approval declared, Asked asked, EntityId requester) {
    String id = declared.id();
    if (!asked.members().contains(requester)) {
      return Opening.refused("`" + requester + "` is no member of the request");
    }
    if (!approvals.inHead(declared, asked)) {
      return Opening.refused("`" + id + "` is not for this request");
    }
    Hearing hearing = Hearing.ofRequest(declared, asked).get(0);
    if (declared.kind() == Kind.CONFIRMATION
        && !new Consent(hearing.reading(judge, requester)).possible()) {
      return Opening.refused("`" + id + "` needs an origin that is a person and not the principal");
    }
    if (new People(hearing.reading(judge, requester)).suspended(requester) != Truth.FALSE) {
      return Opening.refused("`" + requester + "` is suspended");
    }
    return opening(declared, approvals.ofRequest(declared, asked), asked.members().get(0));
  }

  /** Whether it may be opened for the grant, by the grant's requester. */
  Opening ofGrant(Approval declared, GrantRecord grant) {
    if (grant.status() != GrantRecord.Status.PENDING
        || judge.world().nowMillis() >= grant.untilMillis()) {
      return Opening.refused("grant `" + grant.id() + "` awaits no approval");
    }
    return approvals.inHead(declared, grant)
        ? opening(declared, approvals.ofGrant(declared, grant), grant.holder())
        : Opening.refused("`" + declared.id() + "` is not for this grant");
  }

  private Opening opening(Approval declared, List<Standing> opened, EntityId principal) {
    long now = judge.world().nowMillis();
    long blocked =
        opened.stream()
            .flatMapToLong(standing -> standing.vetoedAt().stream())
            .map(vetoed -> ApprovalClock.reopens(declared, vetoed))
            .max()
            .orElse(Long.MIN_VALUE);
    if (now < blocked) {
      return Opening.refused(
          "`"
              + declared.id()
              + "` was vetoed, not to be opened before "
              + Instant.ofEpochMilli(blocked));
    }
    for (Standing standing : opened) {
      if (standing.open(now) || standing.usable(now)) {
        return new Opening(null, standing.record());
      }
    }
    int most = declared.openForEachPrincipal();
    return most > 0 && openFor(declared, principal) >= most
        ? Opening.refused(
            "`" + principal + "` has " + most + " open of `" + declared.id() + "` already")
        : new Opening(null, null);
  }

  private long openFor(Approval declared, EntityId principal) {
    AuthoritySnapshot state = judge.world().authority();
    long now = judge.world().nowMillis();
    return Stream.concat(
            state.approvalsOf(declared.id(), principal).stream(),
            state.grantsOf(principal).stream()
                .flatMap(grant -> state.approvalsOfGrant(grant.id()).stream())
                .filter(record -> record.approval().equals(declared.id())))
        .filter(record -> now < ApprovalClock.closes(declared, record))
        .map(approvals::of)
        .filter(Objects::nonNull)
        .filter(standing -> standing.open(now))
        .count();
  }
}
