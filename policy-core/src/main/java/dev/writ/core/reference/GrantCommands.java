package dev.writ.core.reference;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.GrantRecord.Status;
import dev.writ.core.authority.Vote;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.model.EntityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The commands on grants: pure functions from one state of authority to the next, under the rules
 * of the language reference, section 6.
 *
 * <p>Immutable. Who gives a command is taken as proven by the caller.
 */
final class GrantCommands {
  private final Desk desk;

  GrantCommands(World world) {
    this.desk = new Desk(world);
  }

  /**
   * Asks for a grant for a request. One that needs nothing is active at once; others await what
   * they need.
   */
  CommandResult<GrantRecord> ask(Asked asked, GrantOrder order) {
    GrantTemplate template = desk.grants().template(order.template());
    int holder = asked.members().indexOf(order.holder());
    if (template == null || holder < 0) {
      return Desk.refused(
          template == null
              ? "no grant is called `" + order.template() + "`"
              : "`" + order.holder() + "` is no member of the request");
    }
    return new GrantIssue(desk, template, asked, holder).issue(order);
  }

  /** Activates a pending grant whose needs are complete, spending one use of each. */
  CommandResult<GrantRecord> activate(String id) {
    GrantRecord grant = desk.state().grant(id);
    GrantTemplate template = grant == null ? null : desk.grants().template(grant.template());
    if (grant == null || template == null || grant.status() != Status.PENDING) {
      return Desk.refused("no grant `" + id + "` awaits activation");
    }
    if (desk.now() >= grant.untilMillis()) {
      return Desk.refused("grant `" + id + "` has expired");
    }
    List<ApprovalRecord> spent = new ArrayList<>();
    for (String need : template.needs()) {
      Optional<ApprovalRecord> complete = complete(need, grant);
      if (complete.isEmpty()) {
        return Desk.refused("grant `" + id + "` needs `" + need + "`");
      }
      spent.add(complete.get().spent());
    }
    GrantRecord active =
        grant.activated(desk.now(), spent.stream().map(ApprovalRecord::id).toList());
    AuthoritySnapshot.Builder next = desk.next().put(active);
    spent.forEach(next::put);
    return new CommandResult.Done<>(next.build(), active);
  }

  private Optional<ApprovalRecord> complete(String need, GrantRecord grant) {
    Approval declared = desk.approvals().declared(need, Approval.Kind.APPROVAL);
    return declared == null
        ? Optional.empty()
        : desk.approvals().ofGrant(declared, grant).stream()
            .filter(standing -> standing.usable(desk.now()))
            .map(Standing::record)
            .findFirst();
  }

  /** Ends a grant; one that is pending is cancelled. */
  CommandResult<GrantRecord> revoke(String id, EntityId actor) {
    GrantRecord grant = desk.state().grant(id);
    if (grant == null || !(open(grant, Status.PENDING) || open(grant, Status.ACTIVE))) {
      return Desk.refused("there is no grant `" + id + "` to end");
    }
    return mayRevoke(grant, actor)
        ? desk.put(grant.in(grant.status() == Status.PENDING ? Status.CANCELLED : Status.REVOKED))
        : Desk.refused("`" + actor + "` may not end grant `" + id + "`");
  }

  private static boolean open(GrantRecord grant, Status status) {
    return grant.status() == status;
  }

  /** Nobody named means the requester and those who voted. */
  private boolean mayRevoke(GrantRecord grant, EntityId actor) {
    GrantTemplate template = desk.grants().template(grant.template());
    Reading reading = new Reading(desk.judge(), grant.template(), Matter.environment(grant));
    if (template != null && !template.revocableBy().isEmpty()) {
      return Actors.allow(template.revocableBy(), actor, reading);
    }
    People people = new People(reading);
    List<EntityId> concerned = new ArrayList<>(voters(grant));
    concerned.add(grant.requester());
    return Actors.active(actor, reading)
        && concerned.stream().anyMatch(person -> people.same(person, actor) == Truth.TRUE);
  }

  private List<EntityId> voters(GrantRecord grant) {
    return desk.state().approvalsOfGrant(grant.id()).stream()
        .flatMap(record -> record.votes().stream())
        .map(Vote::voter)
        .toList();
  }

  /**
   * Casts a vote in the review of an emergency grant, which may end long before its review. A
   * review has no refusal: who objects ends the grant. Once complete it stays so.
   */
  CommandResult<GrantRecord> review(String id, Ballot ballot) {
    GrantRecord grant = desk.state().grant(id);
    GrantTemplate template = grant == null ? null : desk.grants().template(grant.template());
    GrantTemplate.@Nullable Review review = template == null ? null : template.review();
    if (grant == null || review == null || grant.activatedMillis() == null) {
      return Desk.refused("no grant `" + id + "` awaits a review");
    }
    return new GrantReview(desk, grant, review).cast(ballot);
  }
}
