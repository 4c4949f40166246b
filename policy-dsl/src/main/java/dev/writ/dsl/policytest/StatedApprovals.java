package dev.writ.dsl.policytest;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.Subject;
import dev.writ.core.ir.Approval;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.EntityId;
import dev.writ.core.reference.Ballot;
import dev.writ.core.reference.CommandResult;
import dev.writ.dsl.check.CheckedStatement.GivenDecided;
import dev.writ.dsl.check.CheckedStatement.GivenOpen;
import dev.writ.dsl.check.CheckedStatement.GivenVotes;
import dev.writ.dsl.check.CheckedStatement.VoteKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings about what a test states of approvals and confirmations, by the commands that would bring
 * it about at run time.
 *
 * <p>A vote, refusal, withdrawal or opening that the rules refuse does not happen, as at run time;
 * it is noted, and the notes are told with whatever then is not as expected. What is stated as
 * complete must be complete: where it cannot be, the test fails at the statement.
 */
final class StatedApprovals {
  private static final String REASON = "stated by a test";

  private final TestWorld world;
  private final StatedGrants grants;

  StatedApprovals(TestWorld world, StatedGrants grants) {
    this.world = world;
    this.grants = grants;
  }

  void open(GivenOpen given) throws StatementException {
    String grant = given.subject().grant();
    if (grant != null) {
      String id =
          grants.pending(grant, given.subject().request(), given.requester(), given.atMillis());
      openForGrant(given.approval(), id, given.atMillis());
    } else {
      BoundRequest request = world.stated(given.subject().request());
      EntityId requester = given.requester() == null ? request.principal() : given.requester();
      open(given.approval(), request, requester, given.atMillis());
    }
  }

  private Optional<ApprovalRecord> open(
      String approval, BoundRequest request, EntityId requester, long at) {
    return noted(
        "`" + approval + "` was not opened",
        world.command(at, commands -> commands.open(approval, request, requester)));
  }

  Optional<ApprovalRecord> openForGrant(String approval, String grant, long at) {
    return noted(
        "`" + approval + "` was not opened",
        world.command(at, commands -> commands.openForGrant(approval, grant)));
  }

  void votes(GivenVotes given) throws StatementException {
    String template = given.subject().grant();
    String grant =
        template == null
            ? null
            : grants.pending(template, given.subject().request(), null, given.atMillis());
    Optional<ApprovalRecord> record = votedOn(given, grant);
    for (EntityId voter : given.voters()) {
      record.ifPresent(opened -> cast(given.kind(), opened, voter, given.atMillis()));
    }
    if (grant != null) {
      world.command(given.atMillis(), commands -> commands.activate(grant));
    }
  }

  /**
   * What a vote is about: what is open, or for a refusal what was opened last; else it is opened.
   */
  private Optional<ApprovalRecord> votedOn(GivenVotes given, @Nullable String grant)
      throws StatementException {
    Optional<ApprovalRecord> earlier = latest(given, grant);
    if (earlier.isPresent() && (given.kind() != VoteKind.VOTE || grant != null)) {
      return earlier;
    }
    if (grant != null) {
      return openForGrant(given.approval(), grant, given.atMillis());
    }
    BoundRequest request = world.stated(given.subject().request());
    return earlier.filter(opened -> opened.openedMillis() <= given.atMillis()).isPresent()
        ? open(given.approval(), request, earlier.get().requester(), given.atMillis())
        : open(given.approval(), request, request.principal(), given.atMillis());
  }

  private Optional<ApprovalRecord> latest(GivenVotes given, @Nullable String grant)
      throws StatementException {
    Comparator<ApprovalRecord> byTime = Comparator.comparingLong(ApprovalRecord::openedMillis);
    if (grant != null) {
      return world.state().approvals().stream()
          .filter(record -> grant.equals(record.grant()))
          .filter(record -> record.approval().equals(given.approval()))
          .max(byTime);
    }
    String digest =
        Subject.ofRequest(
            given.approval(),
            world.stated(given.subject().request()),
            declared(given.approval()).ignores());
    return world.state().approvalsOf(digest).stream().max(byTime);
  }

  private void cast(VoteKind kind, ApprovalRecord record, EntityId voter, long at) {
    CommandResult<ApprovalRecord> result =
        kind == VoteKind.WITHDRAWAL
            ? world.command(at, commands -> commands.withdraw(record.id(), voter))
            : vote(record, voter, kind == VoteKind.VOTE, at);
    noted("a " + kind.name().toLowerCase(java.util.Locale.ROOT) + " was not taken", result);
  }

  /** Casts a vote on what was opened. */
  CommandResult<ApprovalRecord> vote(ApprovalRecord record, EntityId voter, boolean yes, long at) {
    Ballot ballot = new Ballot(voter, yes, record.digest(), REASON);
    return world.command(at, commands -> commands.vote(record.id(), ballot));
  }

  void decided(GivenDecided given) throws StatementException {
    BoundRequest request = world.stated(given.request());
    CommandResult<ApprovalRecord> opened =
        world.command(
            given.atMillis(),
            commands -> commands.open(given.approval(), request, request.principal()));
    if (opened instanceof CommandResult.Refused<ApprovalRecord> refused) {
      throw new StatementException("`" + given.approval() + "` complete", refused.reason());
    }
    ApprovalRecord record = opened.orThrow().value();
    complete(given, request, record);
    world.change(
        next -> {
          ApprovalRecord used = world.state().approval(record.id());
          for (int i = 0; i < given.used() && used != null; i++) {
            used = used.spent();
          }
          return used == null ? next : next.put(used);
        });
  }

  private void complete(GivenDecided given, BoundRequest request, ApprovalRecord record)
      throws StatementException {
    boolean confirmation = declared(given.approval()).kind() == Approval.Kind.CONFIRMATION;
    List<EntityId> voters =
        given.voters().isEmpty() && confirmation ? List.of(request.origin()) : given.voters();
    List<String> refusals = new ArrayList<>();
    for (EntityId voter : voters) {
      if (vote(record, voter, true, given.atMillis())
          instanceof CommandResult.Refused<ApprovalRecord> refused) {
        refusals.add(refused.reason());
      }
    }
    if (voters.isEmpty()) {
      needVoters(record, given.atMillis());
    } else if (!world.inspection(given.atMillis()).stands(record.id())) {
      throw new StatementException(
          "`" + given.approval() + "` complete by these votes",
          refusals.isEmpty() ? "they are not enough" : String.join("; ", refusals));
    }
  }

  /** Completes an approval by people of whom the test says nothing. */
  void needVoters(ApprovalRecord record, long at) throws StatementException {
    if (!new InventedVoters(world, record.id(), at).complete()) {
      throw new StatementException(
          "`" + record.approval() + "` complete",
          "nobody can be imagined who may vote: say who votes with `by`");
    }
  }

  private Approval declared(String id) {
    return world.policies().approvals().stream()
        .filter(approval -> approval.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private <T> Optional<T> noted(String what, CommandResult<T> result) {
    if (result instanceof CommandResult.Refused<T> refused) {
      world.note(what + ": " + refused.reason());
      return Optional.empty();
    }
    return Optional.of(result.orThrow().value());
  }
}
