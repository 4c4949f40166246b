package dev.writ.core.plan;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.Subject;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.ActionDef;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A grant as the matter of the approvals that activated it. */
final class GrantMatter {
  private final AuthorityCode code;
  private final AuthoritySnapshot state;
  private final Moment moment;
  private final GrantRecord grant;
  private final EntityStore entities;
  private final Lasting lasting;

  /**
   * @param moment probing or careful, of no session
   * @param lasting is told when time alone changes what stands
   */
  GrantMatter(
      AuthorityCode code,
      AuthoritySnapshot state,
      Moment moment,
      GrantRecord grant,
      EntityStore entities,
      Lasting lasting) {
    this.code = code;
    this.state = state;
    this.moment = moment;
    this.grant = grant;
    this.entities = entities;
    this.lasting = lasting;
  }

  /** The ids of the approvals that activated the grant and still stand. */
  Set<String> carries() {
    Set<String> carries = new TreeSet<>();
    for (String id : grant.approvals()) {
      ApprovalRecord record = state.approval(id);
      if (record != null && !carries.contains(record.approval()) && stands(record)) {
        carries.add(record.approval());
      }
    }
    return carries;
  }

  private boolean stands(ApprovalRecord record) {
    ApprovalCode approval = code.approval(record.approval());
    if (approval == null
        || !grant.id().equals(record.grant())
        || !record.requester().equals(grant.requester())
        || !record.digest().equals(Subject.ofGrant(approval.id(), grant))) {
      return false;
    }
    Opened.tell(record, lasting);
    if (approval.asksClock()) {
      lasting.changes();
    }
    List<Hearing> hearings = hearings(approval);
    for (Hearing hearing : hearings) {
      if (hearing.inHead() != Truth.TRUE) {
        return false;
      }
    }
    return !hearings.isEmpty()
        && Opened.of(record, hearings, code.schema(), state, moment.now).stands();
  }

  /**
   * What the approval asks. Where the grant leaves the resource open there is one hearing for each
   * case that speaks of some resource.
   */
  private List<Hearing> hearings(ApprovalCode approval) {
    ActionDef action = grant.action() == null ? null : code.schema().action(grant.action());
    if (action == null) {
      return List.of();
    }
    EntityId resource =
        grant.bound().get(BoundValues.RESOURCE) instanceof EntityId bound ? bound : null;
    View view = view(action, resource);
    Reader reader = new Reader(approval.id(), view, moment);
    if (resource != null) {
      HearingCode one = approval.ofRequest(view);
      return one == null ? List.of() : List.of(new Hearing(approval, one, reader));
    }
    List<Hearing> hearings = new ArrayList<>();
    for (HearingCode open : approval.open()) {
      if (open.slots().stream().anyMatch(slot -> speaksOf(action, slot))) {
        hearings.add(new Hearing(approval, open, reader));
      }
    }
    return hearings;
  }

  private boolean speaksOf(ActionDef action, Slot slot) {
    return slot.action().equals(action.name())
        && slot.principalType().equals(grant.holder().type());
  }

  /**
   * The holder is the principal, its origin the chain. Where there is no resource nothing that is
   * compiled for it reads one, so that it does not matter what stands there.
   */
  private View view(ActionDef action, @Nullable EntityId resource) {
    EntityId holder = grant.holder();
    BoundRequest request =
        new BoundRequest(
            action,
            holder,
            resource == null ? holder : resource,
            holder.equals(grant.origin()) ? List.of() : List.of(grant.origin()),
            BoundValues.fields(grant, BoundValues.ARGS),
            BoundValues.fields(grant, BoundValues.FACTS),
            null,
            Map.of(),
            Map.of(),
            entities);
    return new View(request, 0);
  }
}
