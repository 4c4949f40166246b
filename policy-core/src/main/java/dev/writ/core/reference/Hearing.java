package dev.writ.core.reference;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Approval.ApprovalCase;
import dev.writ.core.ir.Approval.Kind;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.EntityId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a declared approval or confirmation asks in the matter of one request, or of one grant.
 *
 * @param declared the declaration
 * @param text its case for the matter
 * @param asked the matter; for a grant the holder is principal, its origin the chain, and resource,
 *     args and facts are what it binds
 */
record Hearing(Approval declared, ApprovalCase text, Asked asked) {

  /** The hearing on a request: one where the head spans it, else none. */
  static List<Hearing> ofRequest(Approval declared, Asked asked) {
    return declared.cases().stream()
        .filter(text -> asked.spans(text.slots(), 0))
        .map(text -> new Hearing(declared, text, asked))
        .toList();
  }

  /**
   * The hearings on a grant. Where it leaves the resource open there is one for each case that
   * speaks of some resource, and the approval must stand in all.
   */
  static List<Hearing> ofGrant(Approval declared, Asked asked) {
    return asked.request().resource() != null
        ? ofRequest(declared, asked)
        : declared.cases().stream()
            .filter(text -> text.slots().stream().anyMatch(slot -> speaksOf(asked, slot)))
            .map(text -> new Hearing(declared, text, asked))
            .toList();
  }

  private static boolean speaksOf(Asked asked, Slot slot) {
    return slot.action().equals(asked.action())
        && slot.principalType().equals(asked.members().get(0).type());
  }

  /** How guard and head read the matter; only {@link Truth#TRUE} is inside the head. */
  Truth inHead(Judge judge) {
    return reading(judge, null).truth(text.condition());
  }

  /** Who may vote on what this requester opened. */
  Electorate electorate(Judge judge, EntityId requester) {
    Reading reading = reading(judge, requester);
    if (declared.kind() == Kind.CONFIRMATION) {
      return new Consent(reading);
    }
    List<EntityId> always = new ArrayList<>(asked.members());
    always.add(requester);
    return new QuorumElectorate(
        reading, text.quorum(), new Exclusions(reading, always, text.exclusions()));
  }

  /** The count of the votes of a record about this matter. */
  Tally tally(Judge judge, ApprovalRecord record) {
    return new Tally(
        electorate(judge, record.requester()),
        new People(reading(judge, record.requester())),
        record.votes(),
        record.digest(),
        record.openedMillis(),
        ApprovalClock.closes(declared, record),
        judge.world().nowMillis());
  }

  /** The matter as read for what this requester opened. */
  Reading reading(Judge judge, @Nullable EntityId requester) {
    return new Reading(judge, declared.id(), asked.request().with((EntityId) null, requester));
  }
}
