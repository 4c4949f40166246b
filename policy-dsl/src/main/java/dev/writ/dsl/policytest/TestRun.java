package dev.writ.dsl.policytest;

import dev.writ.core.authority.Counter;
import dev.writ.core.authority.SessionRecord;
import dev.writ.core.authority.Suspension;
import dev.writ.core.decision.Decision;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.InvalidRequestException;
import dev.writ.core.reference.Assessment;
import dev.writ.core.reference.Circumstances.Health;
import dev.writ.core.reference.Inspection;
import dev.writ.core.reference.Reference;
import dev.writ.dsl.check.CheckedStatement;
import dev.writ.dsl.check.CheckedStatement.Clock;
import dev.writ.dsl.check.CheckedStatement.Expect;
import dev.writ.dsl.check.CheckedStatement.GivenCounted;
import dev.writ.dsl.check.CheckedStatement.GivenDecided;
import dev.writ.dsl.check.CheckedStatement.GivenEntity;
import dev.writ.dsl.check.CheckedStatement.GivenGrant;
import dev.writ.dsl.check.CheckedStatement.GivenHealth;
import dev.writ.dsl.check.CheckedStatement.GivenOpen;
import dev.writ.dsl.check.CheckedStatement.GivenReview;
import dev.writ.dsl.check.CheckedStatement.GivenSession;
import dev.writ.dsl.check.CheckedStatement.GivenSuspended;
import dev.writ.dsl.check.CheckedStatement.GivenVotes;
import dev.writ.dsl.check.CheckedStatement.LetRequest;
import dev.writ.dsl.check.CheckedTest;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One test as it runs, statement after statement. For one thread. */
final class TestRun implements CheckedStatement.Visitor<List<Mismatch>> {
  /** Reasons of a request that no rule has looked at. */
  private static final Set<ReasonCode> BEFORE_RULES =
      EnumSet.of(
          ReasonCode.INVALID_REQUEST,
          ReasonCode.TOOL_CHANGED,
          ReasonCode.UNAVAILABLE,
          ReasonCode.STALE_STATE,
          ReasonCode.SUSPENDED,
          ReasonCode.SESSION_REQUIRED);

  private final CheckedTest test;
  private final Reference reference;
  private final CoverageCount coverage;
  private final InvariantTrials invariants;
  private final TestWorld world;
  private final StatedGrants grants;
  private final StatedApprovals approvals;
  private final Set<String> tried = new LinkedHashSet<>();
  private int expectations;

  TestRun(
      CheckedTest test, Reference reference, CoverageCount coverage, InvariantTrials invariants) {
    this.test = test;
    this.reference = reference;
    this.coverage = coverage;
    this.invariants = invariants;
    this.world = new TestWorld(reference.policies(), test.atMillis());
    this.grants = new StatedGrants(world);
    this.approvals = new StatedApprovals(world, grants);
  }

  TestOutcome run() {
    long start = System.nanoTime();
    List<Mismatch> mismatches = new ArrayList<>();
    for (CheckedStatement statement : test.statements()) {
      mismatches.addAll(statement.accept(this));
    }
    tryUnexpected();
    return new TestOutcome(
        test.declared().module(),
        test.declared().name(),
        place(test.declared().nameSpan()),
        expectations,
        (System.nanoTime() - start) / 1e9,
        mismatches);
  }

  /** Invariants are tried on every request, also on those of which nothing is expected. */
  private void tryUnexpected() {
    Place place = place(test.declared().nameSpan());
    for (String name : world.requests().keySet()) {
      if (!tried.contains(name)) {
        look(name, decide(name), place);
      }
    }
  }

  private Place place(Span span) {
    return Place.of(test.declared().scope().source(), span);
  }

  private Assessment decide(String name) {
    return reference.assess(world.request(name), world.circumstances(), DataLimits.DEFAULT);
  }

  @Override
  public List<Mismatch> visitExpect(Expect statement) {
    expectations++;
    String name = statement.request();
    tried.add(name);
    Assessment assessment = decide(name);
    Decision decision = assessment.decision("test", false);
    Place place = place(statement.span());
    look(name, assessment, place);
    if (statement.authorize() && decision.wouldPermit()) {
      world.keep(assessment.effects().applyTo(world.state(), world.nowMillis()));
    }
    return Expectation.compare(statement, decision, place, why(decision));
  }

  /** Tries the invariants on a decision and counts what it reached. */
  private void look(String name, Assessment assessment, Place place) {
    if (BEFORE_RULES.contains(assessment.verdict().reason())) {
      return;
    }
    try {
      BoundRequest bound = world.bind(name);
      Inspection inspection = world.inspection(world.nowMillis());
      Decision decision = assessment.decision("test", false);
      coverage.add(inspection.readings(bound));
      invariants.add(
          inspection.invariants(bound),
          decision.wouldPermit(),
          new Mismatch(
              place,
              "never a permit of " + bound.action().name(),
              decision.verdict().effect().word() + " of `" + name + "`",
              why(decision)));
    } catch (InvalidRequestException e) {
      throw new IllegalStateException("a request was decided that does not fit", e);
    }
  }

  /** What an operator is told, without the line that names the decision. */
  private String why(Decision decision) {
    List<String> lines = new ArrayList<>(decision.operatorMessage().lines().toList());
    lines.removeIf(line -> line.startsWith("decision: "));
    world.notes().forEach(note -> lines.add("note: " + note));
    return String.join("\n", lines);
  }

  /** Something that is stated, and may be impossible. */
  private interface Stated {
    void happen() throws StatementException;
  }

  private List<Mismatch> state(Span span, Stated stated) {
    try {
      stated.happen();
      return List.of();
    } catch (StatementException e) {
      return List.of(new Mismatch(place(span), e.stated(), "that cannot be", e.reason()));
    }
  }

  @Override
  public List<Mismatch> visitEntity(GivenEntity statement) {
    world.put(statement.entity());
    return List.of();
  }

  @Override
  public List<Mismatch> visitGrant(GivenGrant statement) {
    return state(statement.span(), () -> grants.given(statement, approvals));
  }

  @Override
  public List<Mismatch> visitDecided(GivenDecided statement) {
    return state(statement.span(), () -> approvals.decided(statement));
  }

  @Override
  public List<Mismatch> visitOpen(GivenOpen statement) {
    return state(statement.span(), () -> approvals.open(statement));
  }

  @Override
  public List<Mismatch> visitVotes(GivenVotes statement) {
    return state(statement.span(), () -> approvals.votes(statement));
  }

  @Override
  public List<Mismatch> visitReview(GivenReview statement) {
    return state(statement.span(), () -> grants.review(statement));
  }

  @Override
  public List<Mismatch> visitHealth(GivenHealth statement) {
    world.fail(statement.stale() ? Health.STALE : Health.UNAVAILABLE);
    return List.of();
  }

  @Override
  public List<Mismatch> visitSuspended(GivenSuspended statement) {
    world.change(
        next -> {
          statement
              .entities()
              .forEach(who -> next.put(new Suspension(who, who, "", world.nowMillis())));
          return next;
        });
    return List.of();
  }

  @Override
  public List<Mismatch> visitSession(GivenSession statement) {
    SortedSet<String> labels = new TreeSet<>(statement.labels());
    SessionRecord parent =
        statement.parent() == null ? null : world.state().session(statement.parent());
    if (parent != null) {
      labels.addAll(parent.labels());
    }
    world.change(
        next ->
            next.put(
                new SessionRecord(
                    statement.id(),
                    statement.origin(),
                    statement.parent(),
                    statement.fields(),
                    labels,
                    world.nowMillis())));
    return List.of();
  }

  @Override
  public List<Mismatch> visitCounted(GivenCounted statement) {
    return state(statement.span(), () -> counted(statement));
  }

  private void counted(GivenCounted given) throws StatementException {
    OptionalLong bucket = world.inspection(given.atMillis()).bucket(given.limit());
    if (bucket.isEmpty()) {
      throw new StatementException(
          "a count of `" + given.limit() + "`", "its zone's table does not tell the day");
    }
    String key = key(given);
    Counter before = world.state().counter(given.limit(), key);
    SortedMap<Long, Long> buckets = new TreeMap<>();
    if (before != null) {
      buckets.putAll(before.buckets());
    }
    buckets.merge(bucket.getAsLong(), given.amount(), Math::addExact);
    world.change(next -> next.put(new Counter(given.limit(), key, buckets)));
  }

  private static String key(GivenCounted given) {
    String session = given.session();
    if (given.entity() == null) {
      return String.valueOf(session);
    }
    String entity = given.entity().toString();
    return session == null ? entity : entity + " in session " + session;
  }

  @Override
  public List<Mismatch> visitRequest(LetRequest statement) {
    world.name(statement.name(), statement.request());
    return List.of();
  }

  @Override
  public List<Mismatch> visitClock(Clock statement) {
    world.moveTo(statement.nowMillis());
    return List.of();
  }
}
