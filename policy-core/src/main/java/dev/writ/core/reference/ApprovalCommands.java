package dev.writ.core.reference;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.Claim;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.ir.Approval;
import dev.writ.core.model.EntityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The commands on approvals and confirmations: pure functions from one state of authority to the
 * next, under the rules of the language reference, section 6.
 *
 * <p>Immutable. Who gives a command is taken as proven by the caller.
 */
final class ApprovalCommands {
  private final Desk desk;

  ApprovalCommands(World world) {
    this.desk = new Desk(world);
  }

  /** Opens an approval or confirmation of a request; what is open or usable already is returned. */
  CommandResult<ApprovalRecord> open(String id, Asked asked, EntityId requester) {
    Approval declared = desk.approvals().declared(id);
    String digest =
        declared == null
            ? null
            : Subjects.ofRequest(desk.judge().world().policies().schema(), declared, asked);
    if (declared == null || digest == null) {
      return Desk.refused("no approval or confirmation is called `" + id + "`");
    }
    return opened(
        new Openings(desk.judge()).ofRequest(declared, asked, requester),
        declared,
        digest,
        requester,
        Matter.claim(asked),
        null);
  }

  /** Opens an approval that a pending grant needs, for its requester. */
  CommandResult<ApprovalRecord> openForGrant(String id, String grantId) {
    Approval declared = desk.approvals().declared(id, Approval.Kind.APPROVAL);
    GrantRecord grant = desk.state().grant(grantId);
    if (declared == null || grant == null) {
      return Desk.refused(
          declared == null
              ? "no approval is called `" + id + "`"
              : "no grant is called `" + grantId + "`");
    }
    return opened(
        new Openings(desk.judge()).ofGrant(declared, grant),
        declared,
        Subjects.ofGrant(declared, grant),
        grant.requester(),
        null,
        grantId);
  }

  private CommandResult<ApprovalRecord> opened(
      Openings.Opening opening,
      Approval declared,
      String digest,
      EntityId requester,
      @Nullable Claim claim,
      @Nullable String grant) {
    if (opening.refusal() != null) {
      return Desk.refused(opening.refusal());
    }
    return opening.existing() != null
        ? desk.unchanged(opening.existing())
        : desk.put(
            new ApprovalRecord(
                desk.id("approval"),
                declared.id(),
                digest,
                requester,
                claim,
                grant,
                desk.now(),
                List.of(),
                null,
                0));
  }

  /** Casts a vote on what was opened under this id. */
  CommandResult<ApprovalRecord> vote(String id, Ballot ballot) {
    Standing standing = standing(id);
    return standing == null ? unknown(id) : new Voting(desk, standing).cast(ballot);
  }

  /** What is missing of what was opened under this id. */
  CommandResult<ApprovalProgress> progress(String id) {
    Standing standing = standing(id);
    return standing == null
        ? unknown(id)
        : desk.unchanged(new Lacking(desk.judge(), standing).progress());
  }

  /** Takes back the vote of this person. */
  CommandResult<ApprovalRecord> withdraw(String id, EntityId voter) {
    Standing standing = standing(id);
    return standing == null ? unknown(id) : new Voting(desk, standing).withdraw(voter);
  }

  private @Nullable Standing standing(String id) {
    ApprovalRecord record = desk.state().approval(id);
    return record == null ? null : desk.approvals().of(record);
  }

  private static <T> CommandResult<T> unknown(String id) {
    return Desk.refused("nothing is open under the id `" + id + "`");
  }

  /**
   * Votes on all approvals of a request that are open and that the voter was shown and may vote on.
   *
   * @param digests the digests of what the voter was shown
   */
  CommandResult<List<ApprovalRecord>> review(
      Asked asked, EntityId voter, boolean yes, Set<String> digests, @Nullable String reason) {
    List<ApprovalRecord> voted = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    AuthoritySnapshot state = desk.state();
    for (ApprovalRecord open : open(asked)) {
      if (!digests.contains(open.digest())) {
        continue;
      }
      World here =
          new World(
              desk.judge().world().policies(), desk.judge().world().entities(), state, desk.now());
      CommandResult<ApprovalRecord> result =
          new ApprovalCommands(here).vote(open.id(), new Ballot(voter, yes, open.digest(), reason));
      if (result instanceof CommandResult.Done<ApprovalRecord> done) {
        state = done.state();
        voted.add(done.value());
      } else if (result instanceof CommandResult.Refused<ApprovalRecord> refused) {
        refusals.add(refused.reason());
      }
    }
    if (voted.isEmpty()) {
      return Desk.refused(
          refusals.isEmpty()
              ? "nothing that the voter was shown is open"
              : String.join("; ", refusals));
    }
    return new CommandResult.Done<>(state, List.copyOf(voted));
  }

  private List<ApprovalRecord> open(Asked asked) {
    return desk.judge().world().policies().approvals().stream()
        .filter(declared -> declared.kind() == Approval.Kind.APPROVAL)
        .flatMap(declared -> desk.approvals().ofRequest(declared, asked).stream())
        .filter(standing -> standing.open(desk.now()))
        .map(Standing::record)
        .toList();
  }
}
