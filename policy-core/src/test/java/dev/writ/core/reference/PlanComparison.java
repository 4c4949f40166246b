package dev.writ.core.reference;

import dev.writ.core.authority.AuthorityEffects;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.decision.Verdict;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.InvalidRequestException;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonWriter;
import dev.writ.core.model.Request;
import dev.writ.core.model.RequestBinding;
import dev.writ.core.plan.Answer;
import dev.writ.core.plan.Program;
import dev.writ.core.plan.Question;
import dev.writ.core.plan.Surroundings;
import dev.writ.core.plan.Writes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request decided twice: by the reference and by the program.
 *
 * @param bound the request, or null where it could not be bound
 * @param expected what the reference makes of it
 * @param decided the program's answer and what it writes, null where the request could not be bound
 * @param before what the program answered the first time, null then
 */
record PlanComparison(
    @Nullable BoundRequest bound,
    Assessment expected,
    @Nullable Decided decided,
    @Nullable Decided before) {

  /**
   * What the program makes of a request.
   *
   * @param changes whether what is written changes anything in the state
   * @param timeless whether it says that time alone changes nothing
   * @param offersRemedies whether it says that something may be asked for
   */
  record Decided(
      Answer answer, Writes writes, boolean changes, boolean timeless, boolean offersRemedies) {}

  static PlanComparison of(GeneratedWorld world, Program program) {
    return of(world, program, world.circumstances().entities());
  }

  /** The same with other entities. */
  static PlanComparison of(GeneratedWorld world, Program program, EntityStore entities) {
    Circumstances told = world.circumstances();
    Circumstances circumstances =
        new Circumstances(
            entities, told.authority(), told.clockMillis(), told.maxSkewMillis(), told.health());
    try {
      BoundRequest bound =
          RequestBinding.bind(
              world.policies().schema(), entities, world.request(), DataLimits.DEFAULT);
      return new PlanComparison(
          bound,
          world.reference().assess(bound, circumstances),
          decided(bound, world, program, null),
          null);
    } catch (InvalidRequestException e) {
      return new PlanComparison(
          null,
          world.reference().assess(world.request(), circumstances, DataLimits.DEFAULT),
          null,
          null);
    }
  }

  /** The same request of the same world, once more asked of the program. */
  PlanComparison again(GeneratedWorld world, Program program) {
    return bound == null
        ? this
        : new PlanComparison(bound, expected, decided(bound, world, program, decided), decided);
  }

  private static Decided decided(
      BoundRequest bound, GeneratedWorld world, Program program, @Nullable Decided before) {
    Circumstances circumstances = world.circumstances();
    Surroundings surroundings =
        new Surroundings(
            circumstances.authority(),
            circumstances.nowMillis(),
            circumstances.health() == Circumstances.Health.UNAVAILABLE,
            circumstances.health() == Circumstances.Health.STALE || circumstances.isAhead());
    Question question = program.question(bound);
    if (world.seed() % 2 == 0 == (before == null)) {
      // what is kept of a question that was asked before must not show
      program.decide(question, before(world, surroundings));
    } else {
      askAnother(bound, world, program, surroundings);
    }
    Answer answer = program.decide(question, surroundings);
    boolean timeless = program.isTimeless(question, circumstances.authority());
    if (before != null
        && before.answer().equals(answer)
        && before.timeless() == timeless
        && !answer.mayWrite()) {
      // as the engine, which does not ask what a denial writes
      return before;
    }
    Writes writes = program.writes(question, surroundings);
    return new Decided(
        answer,
        writes,
        !writes.effects().changesNothing(world.state()),
        timeless,
        program.offersRemedies());
  }

  /** Somebody else asks the same without a session, so that the program knows the state. */
  private static void askAnother(
      BoundRequest bound, GeneratedWorld world, Program program, Surroundings surroundings) {
    Request request = world.request();
    boolean agent = request.principal().type().equals("Agent");
    Request[] other = {
      Request.of(agent ? Realm.HELPER : Realm.CY, request.action(), request.resource())
    };
    request.args().forEach((name, value) -> other[0] = other[0].arg(name, value));
    request.facts().forEach((name, value) -> other[0] = other[0].fact(name, value));
    try {
      program.decide(
          program.question(
              RequestBinding.bind(
                  world.policies().schema(), bound.entities(), other[0], DataLimits.DEFAULT)),
          surroundings);
    } catch (InvalidRequestException e) {
      // the others cannot ask this
    }
  }

  /** In what the question is asked before: in another state, or at another instant. */
  private static Surroundings before(GeneratedWorld world, Surroundings now) {
    Dice dice = world.dice();
    long instant = now.nowMillis();
    AuthoritySnapshot state = now.authority();
    return switch (dice.below(4)) {
      case 0 -> new Surroundings(AuthoritySnapshot.EMPTY, instant - 3_600_000, false, false);
      case 1 -> new Surroundings(ended(state), instant, false, false);
      default -> new Surroundings(state, before(dice, world, instant), false, false);
    };
  }

  /** Another instant, often one before time alone changed something, or after. */
  private static long before(Dice dice, GeneratedWorld world, long now) {
    List<Long> edges = GeneratedInstants.edges(world);
    List<Long> passed = edges.stream().filter(edge -> edge <= now).toList();
    if (!passed.isEmpty() && dice.percent(70)) {
      return dice.of(passed) - 1;
    }
    long apart = dice.of(1, 60_000, 600_000, 1_800_000);
    return now + (dice.percent(50) ? -apart : apart);
  }

  /** A state of the same records, all of them used up or active. */
  private static AuthoritySnapshot ended(AuthoritySnapshot state) {
    AuthoritySnapshot.Builder ended = state.toBuilder();
    for (GrantRecord grant : state.grants()) {
      boolean active = grant.status() == GrantRecord.Status.ACTIVE;
      ended.put(grant.in(active ? GrantRecord.Status.REVOKED : GrantRecord.Status.ACTIVE));
    }
    state.approvals().forEach(record -> ended.put(record.vetoed(record.openedMillis())));
    return ended.build();
  }

  /** Whether the two disagree. */
  boolean differ() {
    return difference() != null;
  }

  /** The first thing in which they disagree, with both sides; null where they agree. */
  @Nullable String difference() {
    if (decided == null || decided.equals(before)) {
      return null;
    }
    Verdict verdict = decided.answer().verdict();
    return verdict.toCanonicalJson().equals(expected.verdict().toCanonicalJson())
        ? differenceOfWrites(decided)
        : differenceOf(verdict.toJson().members(), expected.verdict().toJson().members());
  }

  private @Nullable String differenceOfWrites(Decided here) {
    Writes writes = here.writes();
    boolean may = here.answer().mayWrite();
    if ((here.changes() || writes.matters()) && !may) {
      return "it may not write, but writes " + writes;
    }
    if (writes.matters() != expected.consuming()) {
      return "what it writes matters: " + writes;
    }
    AuthorityEffects effects = expected.effects();
    return alike(writes.effects(), effects)
        ? differenceOfOutlook(here)
        : "it writes " + text(writes.effects() + "") + ", not " + text(effects + "");
  }

  private @Nullable String differenceOfOutlook(Decided here) {
    if (here.timeless() && (expected.validUntil().isPresent() || expected.retryAt().isPresent())) {
      return "time changes nothing, but for " + expected.validUntil();
    }
    return here.offersRemedies() || expected.remedies().isEmpty()
        ? null
        : "nothing may be asked for, but " + expected.remedies();
  }

  private static boolean alike(AuthorityEffects one, AuthorityEffects other) {
    return one.spending().equals(other.spending())
        && Set.copyOf(one.counters()).equals(Set.copyOf(other.counters()))
        && one.counters().size() == other.counters().size()
        && one.labels().equals(other.labels())
        && String.valueOf(one.session()).equals(String.valueOf(other.session()));
  }

  private static String differenceOf(Map<String, Json> mine, Map<String, Json> others) {
    for (Map.Entry<String, Json> member : others.entrySet()) {
      Json here = mine.get(member.getKey());
      if (!member.getValue().equals(here)) {
        String told = here == null ? "absent" : text(JsonWriter.canonical(here));
        String other = text(JsonWriter.canonical(member.getValue()));
        return member.getKey() + " is " + told + ", not " + other;
      }
    }
    return "more than was expected";
  }

  private static String text(String text) {
    return text.length() <= 160 ? text : text.substring(0, 160) + "…";
  }

  @Override
  public String toString() {
    return "reference: "
        + expected.verdict().toCanonicalJson()
        + "\nprogram:   "
        + (decided == null ? "none" : decided.answer().verdict().toCanonicalJson())
        + "\n"
        + difference();
  }
}
