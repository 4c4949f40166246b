package dev.writ.core.reference;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthorityEffects;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.Counter;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.SessionRecord;
import dev.writ.core.authority.Vote;
import dev.writ.core.decision.Effect;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Limit;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import dev.writ.core.model.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/**
 * What came up in the cases of the differential test, and how often: a generator that no longer
 * makes something is found out. Thread-safe.
 */
final class Exercised {

  /** What must come up in every run. */
  private static final List<String> ALL =
      List.of(
          "decided quickly",
          "decided carefully",
          "permit whatever the time",
          "denial whatever the time",
          "nothing to ask for",
          "principal alone",
          "chain of one",
          "chain of two",
          "other version of the entities",
          "source told",
          "session",
          "session labelled",
          "label earned",
          "limit counted",
          "counter at the edge",
          "grant PENDING",
          "grant ACTIVE",
          "grant REFUSED",
          "grant CANCELLED",
          "grant REVOKED",
          "grant of another origin",
          "grant of another action",
          "grant bound to other values",
          "grant to come",
          "grant over",
          "grant used up",
          "grant with needs",
          "holder of many grants",
          "holder of many grants for the request",
          "grant with an overdue review",
          "grant spent",
          "approval spent",
          "confirmation spent",
          "approval opened by another",
          "approval used up",
          "approval with a recorded veto",
          "vote refused",
          "vote withdrawn",
          "vote on another subject",
          "vote too late",
          "vote to come",
          "vote twice",
          "vote under two names",
          "vote of one who asks",
          "vote of no person",
          "vote of one suspended");

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  private void seen(String what, boolean really) {
    if (really) {
      counts.computeIfAbsent(what, w -> new LongAdder()).increment();
    }
  }

  /** Counts what comes up in a case that was decided. */
  void add(GeneratedWorld world, PlanComparison.Decided decided) {
    boolean careful = decided.answer().wasCareful();
    seen(careful ? "decided carefully" : "decided quickly", true);
    boolean permit = decided.answer().verdict().effect() == Effect.PERMIT;
    seen("permit whatever the time", decided.timeless() && permit);
    seen("denial whatever the time", decided.timeless() && !permit);
    seen("nothing to ask for", !decided.offersRemedies());
    request(world);
    writes(decided.writes().effects());
    long now = world.circumstances().nowMillis();
    world.state().grants().forEach(grant -> grant(grant, world, now));
    List<String> spent = decided.writes().effects().spending().grants();
    seen(
        "holder of many grants for the request", spent.stream().anyMatch(id -> id.startsWith("c")));
    world.state().approvals().forEach(record -> approval(record, world, now));
    for (Counter counter : world.state().counters()) {
      seen("counter at the edge", counter.buckets().keySet().stream().anyMatch(edge(world, now)));
    }
  }

  private void request(GeneratedWorld world) {
    Request request = world.request();
    List<EntityId> chain = request.chain();
    seen(
        chain.isEmpty() ? "principal alone" : chain.size() == 1 ? "chain of one" : "chain of two",
        true);
    seen("other version of the entities", world.entities() != Realm.INHABITANTS);
    seen(
        "source told",
        request.elementSources().values().stream().anyMatch(told -> told.contains(Source.TOOL)));
    SessionRecord session = request.session() == null ? null : world.state().session("s");
    seen("session", session != null);
    seen("session labelled", session != null && !session.labels().isEmpty());
  }

  private void writes(AuthorityEffects effects) {
    seen("label earned", !effects.labels().isEmpty());
    seen("limit counted", !effects.counters().isEmpty());
    seen("grant spent", !effects.spending().grants().isEmpty());
    seen("approval spent", !effects.spending().approvals().isEmpty());
    seen("confirmation spent", !effects.spending().confirmations().isEmpty());
  }

  private static Predicate<Long> edge(GeneratedWorld world, long now) {
    List<Long> ages = new ArrayList<>();
    for (Limit limit : world.policies().limits()) {
      if (limit.window() instanceof Limit.Window.Rolling window) {
        ages.add(window.millis());
        ages.add(window.millis() + (window.millis() - 1) / 60 + 1);
      }
    }
    return start -> ages.stream().anyMatch(age -> Math.abs(now - start - age) <= 1);
  }

  private void grant(GrantRecord grant, GeneratedWorld world, long now) {
    Asked asked = Objects.requireNonNull(world.asked(), "asked");
    seen("grant " + grant.status(), true);
    seen("grant of another origin", !grant.origin().equals(asked.request().origin()));
    boolean permits = grant.action() != null;
    seen("grant of another action", permits && !asked.action().equals(grant.action()));
    seen("grant to come", now < grant.startMillis());
    seen("holder of many grants", grant.id().equals("c1"));
    world.policies().grants().stream()
        .filter(template -> template.id().equals(grant.template()))
        .forEach(
            template -> {
              GrantClock clock = new GrantClock(grant, template);
              seen("grant over", now >= clock.end());
              seen("grant used up", clock.uses() > 0 && grant.used() >= clock.uses());
              seen("grant with needs", !template.needs().isEmpty());
              seen("grant with an overdue review", now >= clock.reviewDue().orElse(now + 1));
              seen(
                  "grant bound to other values",
                  template.binds() != null
                      && !Bindings.equal(
                          template.binds(),
                          Objects.requireNonNull(Realm.SCHEMA.action(asked.action()), "action"),
                          grant,
                          asked));
            });
  }

  private void approval(ApprovalRecord record, GeneratedWorld world, long now) {
    AuthoritySnapshot state = world.state();
    Request request = world.request();
    List<EntityId> asking = new ArrayList<>(request.chain());
    asking.add(request.principal());
    seen("approval opened by another", !asking.contains(record.requester()));
    seen("approval with a recorded veto", record.vetoedMillis() != null);
    Map<EntityId, Integer> votes = new TreeMap<>();
    for (Vote vote : record.votes()) {
      votes.merge(vote.voter(), 1, Integer::sum);
      seen("vote refused", !vote.yes());
      seen("vote withdrawn", vote.withdrawnMillis() != null);
      seen("vote on another subject", !vote.digest().equals(record.digest()));
      seen("vote to come", vote.atMillis() > now);
      seen("vote of one who asks", asking.contains(vote.voter()));
      seen("vote of no person", !vote.voter().type().equals("User"));
      seen("vote of one suspended", state.isSuspended(vote.voter()));
    }
    seen("vote twice", votes.values().stream().anyMatch(count -> count > 1));
    seen(
        "vote under two names",
        votes.keySet().containsAll(Arrays.asList(Realm.ANN, Exprs.id("User", "ann2"))));
    for (Approval declared : world.policies().approvals()) {
      if (declared.id().equals(record.approval())) {
        seen("approval used up", record.used() >= declared.uses());
        long closes = ApprovalClock.closes(declared, record);
        seen(
            "vote too late",
            record.votes().stream().anyMatch(vote -> vote.yes() && vote.atMillis() >= closes));
      }
    }
  }

  /** What never came up though it must. */
  List<String> missing() {
    return ALL.stream().filter(what -> !counts.containsKey(what)).toList();
  }

  /** How often this came up. */
  long count(String what) {
    LongAdder count = counts.get(what);
    return count == null ? 0 : count.sum();
  }

  @Override
  public String toString() {
    return new TreeMap<>(counts).toString();
  }
}
