package dev.writ.core.plan;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Approval.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What approvals and confirmations say of a request for which nothing was opened and whose members
 * hold nothing: all of it is false. The head of a declaration is read all the same, since what goes
 * wrong in it is listed. Immutable, but for the digests that it keeps.
 */
final class Unopened extends Consents {
  private final AuthorityCode code;
  private final View principals;
  private @Nullable Digests digests;

  /**
   * @param principals R(0)
   */
  Unopened(AuthorityCode code, View principals) {
    this.code = code;
    this.principals = principals;
  }

  /** The digests of the request; what threads race for is worked out twice. */
  Digests digests() {
    Digests known = digests;
    if (known == null) {
      known = new Digests(principals.request);
      digests = known;
    }
    return known;
  }

  @Override
  Truth stands(Kind kind, String id, Moment moment) {
    @Nullable ApprovalCode approval = moment.quick ? null : code.approval(kind, id);
    HearingCode hearing = approval == null ? null : approval.ofRequest(principals);
    if (hearing != null) {
      new Reader(id, principals, moment.withoutConsents()).truth(hearing.head());
    }
    return Truth.FALSE;
  }
}
