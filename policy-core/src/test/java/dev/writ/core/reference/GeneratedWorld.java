package dev.writ.core.reference;

import dev.writ.core.authority.AuthorityJson;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.decision.Effect;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.ir.IrText;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Rule.RuleEffect;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.InvalidRequestException;
import dev.writ.core.model.JsonWriter;
import dev.writ.core.model.Request;
import dev.writ.core.model.RequestBinding;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/**
 * A policy set, entities, a state of authority, an instant and a request, at random.
 *
 * @param reference the evaluator of the policy set
 * @param clock epoch milliseconds
 * @param seed of what a property adds or changes
 */
record GeneratedWorld(
    Reference reference,
    List<Entity> entities,
    AuthoritySnapshot state,
    Request request,
    long clock,
    Circumstances.Health health,
    long seed) {

  private static final long TEN = Exprs.instant("2026-03-02T10:00:00Z").epochMillis();

  /** Worlds with approvals, confirmations and grants. */
  static Arbitrary<GeneratedWorld> all() {
    return Arbitraries.randomValue(random -> make(random, true));
  }

  /** Worlds whose policy sets know no approvals, confirmations and grants. */
  static Arbitrary<GeneratedWorld> withoutAuthority() {
    return Arbitraries.randomValue(random -> make(random, false));
  }

  private static GeneratedWorld make(Random random, boolean authority) {
    Dice dice = new Dice(random);
    Reference reference = new Reference(new GeneratedPolicies(dice, authority).set());
    return make(random, reference, Realm.INHABITANTS, TEN, GeneratedRequests.any(dice));
  }

  /** One world of {@link #wide(Random, boolean, int)}. */
  static GeneratedWorld wide(Random random, boolean authority) {
    return wide(random, authority, 1).get(0);
  }

  /**
   * Worlds of one policy set, in which every construct comes up, with more rules that fix
   * attributes, at any hour of the day; in some nothing was approved or granted though the set
   * knows of it.
   */
  static List<GeneratedWorld> wide(Random random, boolean authority, int requests) {
    Dice dice = new Dice(random);
    PolicySet set = new GeneratedPolicies(dice, authority).set();
    PolicySet all = new GeneratedPins(dice, dice.percent(20)).beside(set);
    // which hash it is does not matter here, and that of the set takes long
    Reference reference = new Reference(all, "hash " + random.nextLong());
    return IntStream.range(0, requests).mapToObj(number -> wide(random, dice, reference)).toList();
  }

  private static GeneratedWorld wide(Random random, Dice dice, Reference reference) {
    Request request = GeneratedRequests.addressed(dice, GeneratedRequests.any(dice));
    List<Entity> entities =
        dice.percent(40) ? Realm.INHABITANTS : dice.of(Realm.VERSIONS).entities();
    GeneratedWorld made = make(random, reference, entities, GeneratedInstants.any(dice), request);
    GeneratedWorld world = dice.percent(15) ? made.with(withoutConsents(made.state())) : made;
    return world.at(GeneratedInstants.after(dice, world));
  }

  private static AuthoritySnapshot withoutConsents(AuthoritySnapshot state) {
    AuthoritySnapshot.Builder builder =
        AuthoritySnapshot.builder().at(state.position(), state.latestMillis());
    state.suspensions().forEach(builder::put);
    state.sessions().forEach(builder::put);
    state.counters().forEach(builder::put);
    return builder.build();
  }

  private static GeneratedWorld make(
      Random random, Reference reference, List<Entity> entities, long clock, Request request) {
    Dice dice = new Dice(random);
    AuthoritySnapshot.Builder state =
        AuthoritySnapshot.builder().at(7, dice.percent(3) ? clock + 60_000 : clock - 60_000);
    List<EntityId> chain = request.chain();
    EntityId origin = chain.isEmpty() ? request.principal() : chain.get(chain.size() - 1);
    state.put(GeneratedAuthority.session(dice, dice.percent(96) ? origin : Realm.CY));
    GeneratedWorld world =
        new GeneratedWorld(
            reference,
            entities,
            state.build(),
            dice.percent(70) ? request.session("s") : request,
            clock,
            dice.percent(93) ? Circumstances.Health.GOOD : dice.of(Circumstances.Health.values()),
            random.nextLong());
    Asked asked = world.asked();
    return asked == null ? world : world.with(new GeneratedAuthority(dice, world, asked).state());
  }

  GeneratedWorld with(PolicySet other) {
    return new GeneratedWorld(new Reference(other), entities, state, request, clock, health, seed);
  }

  GeneratedWorld with(AuthoritySnapshot other) {
    return new GeneratedWorld(reference, entities, other, request, clock, health, seed);
  }

  GeneratedWorld with(Request other) {
    return new GeneratedWorld(reference, entities, state, other, clock, health, seed);
  }

  GeneratedWorld with(List<Entity> others) {
    return new GeneratedWorld(reference, others, state, request, clock, health, seed);
  }

  GeneratedWorld at(long instant) {
    return new GeneratedWorld(reference, entities, state, request, instant, health, seed);
  }

  PolicySet policies() {
    return reference.policies();
  }

  Dice dice() {
    return new Dice(new Random(seed));
  }

  EntityStore store() {
    for (Realm.Version version : Realm.VERSIONS) {
      if (version.entities() == entities) {
        return version.store();
      }
    }
    return Realm.store(entities);
  }

  Circumstances circumstances() {
    return new Circumstances(store(), state, clock, 5_000, health);
  }

  Assessment assess() {
    return reference.assess(request, circumstances(), DataLimits.DEFAULT);
  }

  boolean permits() {
    return assess().verdict().effect() == Effect.PERMIT;
  }

  ReasonCode reason() {
    return assess().verdict().reason();
  }

  /** The verdict in canonical JSON, and for some worlds all that comes with a decision. */
  String decided() {
    Assessment assessment = assess();
    String verdict = assessment.verdict().toCanonicalJson();
    return seed % 8 == 0
        ? verdict + JsonWriter.canonical(assessment.decision("d", false).toJson())
        : verdict + assessment.validUntil() + assessment.effects().spending();
  }

  /** The request as it is asked, or null where it is invalid. */
  @Nullable Asked asked() {
    try {
      BoundRequest bound = RequestBinding.bind(Realm.SCHEMA, store(), request, DataLimits.DEFAULT);
      return Asked.of(bound, Admission.session(bound, circumstances()));
    } catch (InvalidRequestException e) {
      return null;
    }
  }

  /** What the state of authority says of the request, and what rules are evaluated with. */
  World world() {
    return new World(policies(), store(), state, Math.max(clock, state.latestMillis()));
  }

  List<String> ids(RuleEffect effect) {
    return policies().rules().stream()
        .filter(rule -> rule.effect() == effect && !rule.observed())
        .map(rule -> rule.id())
        .toList();
  }

  @Override
  public String toString() {
    return IrText.of(policies())
        + "\n"
        + JsonWriter.pretty(AuthorityJson.write(state))
        + "\n"
        + request
        + " of "
        + request.principal()
        + " for "
        + request.chain()
        + " with "
        + request.args()
        + " facts "
        + request.facts()
        + " sources "
        + request.sources()
        + request.elementSources()
        + (request.session() == null ? "" : " in session " + request.session())
        + " at "
        + Instant.ofEpochMilli(clock)
        + ", "
        + health
        + ", among "
        + entities.stream().map(Entity::uid).toList();
  }
}
