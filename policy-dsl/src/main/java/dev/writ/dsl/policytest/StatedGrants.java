package dev.writ.dsl.policytest;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.GrantRecord.Status;
import dev.writ.core.authority.Subject;
import dev.writ.core.authority.Vote;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Value;
import dev.writ.core.reference.Ballot;
import dev.writ.core.reference.CommandResult;
import dev.writ.core.reference.Commands;
import dev.writ.core.reference.GrantOrder;
import dev.writ.dsl.check.CheckedStatement.GivenGrant;
import dev.writ.dsl.check.CheckedStatement.GivenReview;
import dev.writ.dsl.check.CheckedStatement.NeedVotes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Brings about what a test states of grants.
 *
 * <p>A stated grant is active whoever may ask for it and however long it may last; whether it
 * covers a request is left to the rules. Each approval that it needs stands behind it: by the
 * voters stated, whether or not they are enough, and where none are stated by {@link
 * InventedVoters}.
 */
final class StatedGrants {
  private final TestWorld world;
  private final Map<String, String> latest = new HashMap<>();

  StatedGrants(TestWorld world) {
    this.world = world;
  }

  private static String key(String template, @Nullable String request) {
    return template + " for " + request;
  }

  /** Makes a stated grant active. */
  void given(GivenGrant given, StatedApprovals approvals) throws StatementException {
    GrantRecord pending = pendingRecord(given);
    world.change(next -> next.put(pending));
    latest.put(key(given.template(), given.request()), pending.id());
    List<String> behind = new ArrayList<>();
    for (String need : template(given.template()).needs()) {
      behind.add(need(need, given, pending, approvals));
    }
    GrantRecord active = pending.activated(given.fromMillis(), behind);
    for (int i = 0; i < given.used(); i++) {
      active = active.spent();
    }
    GrantRecord stated = active;
    world.change(next -> next.put(stated));
  }

  /** Brings an approval about that the grant needs, one use of it spent; returns its id. */
  private String need(String need, GivenGrant given, GrantRecord pending, StatedApprovals approvals)
      throws StatementException {
    long at = given.fromMillis();
    Optional<ApprovalRecord> opened = approvals.openForGrant(need, pending.id(), at);
    if (opened.isEmpty()) {
      throw new StatementException(
          "grant `" + given.template() + "` with `" + need + "`", world.lastNote());
    }
    Optional<NeedVotes> stated =
        given.needs().stream().filter(votes -> votes.approval().equals(need)).findFirst();
    if (stated.isPresent()) {
      stated.get().voters().forEach(voter -> vote(opened.get(), voter, approvals, at));
    } else {
      approvals.needVoters(opened.get(), at);
    }
    String id = opened.get().id();
    world.change(
        next -> {
          ApprovalRecord record = world.state().approval(id);
          return record == null ? next : next.put(record.spent());
        });
    return id;
  }

  /** A vote that the rules refuse stands there all the same, and counts for nothing. */
  private void vote(ApprovalRecord opened, EntityId voter, StatedApprovals approvals, long at) {
    if (approvals.vote(opened, voter, true, at)
        instanceof CommandResult.Refused<ApprovalRecord> refused) {
      world.note("a vote does not count: " + refused.reason());
      world.change(
          next -> {
            ApprovalRecord record = world.state().approval(opened.id());
            if (record == null) {
              return next;
            }
            List<Vote> votes = new ArrayList<>(record.votes());
            votes.add(
                new Vote(voter, true, at, null, record.digest(), new TreeSet<>(), "as stated"));
            return next.put(record.with(votes));
          });
    }
  }

  /**
   * The id of the grant of a template that was last stated or asked for, for a request; where there
   * is none, one is asked for.
   *
   * @param requester who asks, or null for the principal
   */
  String pending(String template, String request, @Nullable EntityId requester, long at)
      throws StatementException {
    String known = latest.get(key(template, request));
    if (known != null) {
      return known;
    }
    BoundRequest bound = world.stated(request);
    EntityId asks = requester == null ? bound.principal() : requester;
    GrantOrder order = GrantOrder.of(template, bound.principal(), asks).because("stated by a test");
    CommandResult<GrantRecord> result = world.command(at, commands -> commands.ask(bound, order));
    if (result instanceof CommandResult.Refused<GrantRecord> refused) {
      throw new StatementException("grant `" + template + "` asked for", refused.reason());
    }
    String id = result.orThrow().value().id();
    latest.put(key(template, request), id);
    return id;
  }

  /** Casts votes in the review of the grant that was last stated; one that is refused is noted. */
  void review(GivenReview given) throws StatementException {
    String id = latest.get(key(given.template(), given.request()));
    GrantRecord grant = id == null ? null : world.state().grant(id);
    if (grant == null) {
      throw new StatementException(
          "a review of grant `" + given.template() + "`", "no such grant was stated before");
    }
    String digest = Subject.ofGrant(grant.template(), grant);
    for (EntityId voter : given.voters()) {
      Ballot ballot = new Ballot(voter, true, digest, "stated by a test");
      if (world.command(given.atMillis(), commands -> commands.review(grant.id(), ballot))
          instanceof CommandResult.Refused<GrantRecord> refused) {
        world.note("a review was not taken: " + refused.reason());
      }
    }
  }

  private GrantRecord pendingRecord(GivenGrant given) throws StatementException {
    GrantTemplate template = template(given.template());
    String name = given.request();
    BoundRequest request = name == null ? null : world.stated(name);
    BoundRequest covered = template.cases().isEmpty() ? null : request;
    SortedMap<String, Value> bound =
        covered == null ? new TreeMap<>() : bound(given, template, covered);
    return new GrantRecord(
        "grant-" + (world.state().position() + 1),
        template.id(),
        given.holder(),
        given.requester(),
        request == null ? given.holder() : request.origin(),
        covered == null ? null : covered.action().name(),
        bound,
        given.fromMillis(),
        given.untilMillis(),
        null,
        Status.PENDING,
        template.uses(),
        0,
        List.of(),
        List.of(),
        false,
        "stated by a test");
  }

  /** What the template binds of the request, as asking for it would. */
  private SortedMap<String, Value> bound(
      GivenGrant given, GrantTemplate template, BoundRequest request) throws StatementException {
    CommandResult<GrantRecord> asked =
        Commands.on(
                withAnybodyAsking(template),
                world.store(),
                AuthoritySnapshot.EMPTY,
                given.fromMillis())
            .ask(request, GrantOrder.of(template.id(), given.holder(), given.holder()));
    if (asked instanceof CommandResult.Refused<GrantRecord> refused) {
      throw new StatementException("grant `" + template.id() + "` for it", refused.reason());
    }
    return asked.orThrow().value().bound();
  }

  private PolicySet withAnybodyAsking(GrantTemplate template) {
    PolicySet policies = world.policies();
    GrantTemplate open =
        new GrantTemplate(
            template.id(),
            template.module(),
            false,
            template.cases(),
            List.of(),
            false,
            List.of(),
            List.of(),
            template.binds(),
            template.lastsMillis(),
            template.uses(),
            null,
            List.of());
    return new PolicySet(
        policies.name(),
        policies.schema(),
        policies.modules(),
        policies.rules(),
        policies.scopes(),
        policies.approvals(),
        List.of(open),
        policies.suspends(),
        policies.labels(),
        policies.limits(),
        policies.invariants(),
        policies.tools(),
        policies.zones());
  }

  private GrantTemplate template(String id) {
    return world.policies().grants().stream()
        .filter(template -> template.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
