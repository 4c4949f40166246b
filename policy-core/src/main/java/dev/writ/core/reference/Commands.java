package dev.writ.core.reference;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.Suspension;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The commands that change authority (language reference, section 6), as pure functions from one
 * state to the next: each is done under the rules of one policy set, against one version of the
 * entities and one state, at one instant, or is refused with a reason.
 *
 * <p>Immutable, thread-safe. No argument may be null unless it says so. Who gives a command is
 * taken as proven by the caller. What a command is given is never thrown at: an unknown id, an
 * unknown entity, a stale digest are refusals.
 */
public final class Commands {
  private final World world;

  private Commands(World world) {
    this.world = world;
  }

  /**
   * The commands that can be given in a state.
   *
   * @param nowMillis the instant, epoch milliseconds; not before the state's latest
   */
  public static Commands on(
      PolicySet policies, EntityStore entities, AuthoritySnapshot state, long nowMillis) {
    return new Commands(
        new World(policies, entities, state, Math.max(nowMillis, state.latestMillis())));
  }

  /**
   * Opens an approval or confirmation of a request, whose chain and facts are taken as a claim.
   * What is open, or can be used, for the same subject is returned as it is.
   *
   * @param id the id of the declared approval or confirmation
   * @param requester a member of the request
   */
  public CommandResult<ApprovalRecord> open(String id, BoundRequest request, EntityId requester) {
    return approvals().open(id, Asked.of(request, null), requester);
  }

  /**
   * Opens an approval that a pending grant needs, in the name of the grant's requester.
   *
   * @param id the id of the declared approval
   * @param grant the id of the grant
   */
  public CommandResult<ApprovalRecord> openForGrant(String id, String grant) {
    return approvals().openForGrant(id, grant);
  }

  /**
   * Casts a vote. A person's later vote takes the place of an earlier one; the same vote again
   * changes nothing. A refusal that reaches a veto ends the approval for good, and a grant that
   * awaits it.
   *
   * @param approval the id of what was opened
   */
  public CommandResult<ApprovalRecord> vote(String approval, Ballot ballot) {
    return approvals().vote(approval, ballot);
  }

  /**
   * Casts one vote on all approvals of a request that are open and that the voter was shown.
   *
   * @param digests the digests of what the voter was shown
   * @param reason the voter's words, or null
   */
  public CommandResult<List<ApprovalRecord>> vote(
      BoundRequest request,
      EntityId voter,
      boolean yes,
      Set<String> digests,
      @Nullable String reason) {
    return approvals().review(Asked.of(request, null), voter, yes, digests, reason);
  }

  /**
   * Takes back the vote of a person, under whichever name it was cast.
   *
   * @param approval the id of what was opened
   */
  public CommandResult<ApprovalRecord> withdraw(String approval, EntityId voter) {
    return approvals().withdraw(approval, voter);
  }

  /**
   * Tells what something opened still misses; changes nothing.
   *
   * @param approval the id of what was opened
   */
  public CommandResult<ApprovalProgress> progress(String approval) {
    return approvals().progress(approval);
  }

  /** Asks for a grant for a request; what needs no approval is active at once. */
  public CommandResult<GrantRecord> ask(BoundRequest request, GrantOrder order) {
    return grants().ask(Asked.of(request, null), order);
  }

  /**
   * Activates a pending grant whose needs are complete, spending one use of each.
   *
   * @param grant the id of the grant
   */
  public CommandResult<GrantRecord> activate(String grant) {
    return grants().activate(grant);
  }

  /**
   * Ends a grant; one that is pending is cancelled.
   *
   * @param grant the id of the grant
   */
  public CommandResult<GrantRecord> revoke(String grant, EntityId actor) {
    return grants().revoke(grant, actor);
  }

  /**
   * Votes in the review of an emergency grant.
   *
   * @param grant the id of the grant
   * @param ballot a yes, with the digest of the grant under its template's id; a reviewer who
   *     objects ends the grant
   */
  public CommandResult<GrantRecord> review(String grant, Ballot ballot) {
    return grants().review(grant, ballot);
  }

  /** Suspends an entity, and with it its members; one that is suspended stays so as it was. */
  public CommandResult<Suspension> suspend(EntityId entity, EntityId actor) {
    return new SuspensionCommands(world).suspend(entity, actor);
  }

  /** Lifts the suspension of an entity. */
  public CommandResult<Suspension> lift(EntityId entity, EntityId actor) {
    return new SuspensionCommands(world).lift(entity, actor);
  }

  private ApprovalCommands approvals() {
    return new ApprovalCommands(world);
  }

  private GrantCommands grants() {
    return new GrantCommands(world);
  }
}
