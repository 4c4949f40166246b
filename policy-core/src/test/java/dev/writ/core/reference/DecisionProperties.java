package dev.writ.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.decision.Decision;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.PolicySetJson;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Json;
import dev.writ.core.model.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** A decision depends on what it is made of, not on order, repetition or where it is made. */
class DecisionProperties {

  @Provide
  Arbitrary<GeneratedWorld> worlds() {
    return GeneratedWorld.all();
  }

  @Property(tries = 900, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReportMode.OFF)
  void decision_inAnyOrderOfRulesEntitiesAndRecords_isTheSameByteForByte(
      @ForAll("worlds") GeneratedWorld world) {
    Seen.reason(world.reason());
    Dice dice = world.dice();
    GeneratedWorld turned =
        world
            .with(shuffled(world.policies(), dice))
            .with(dice.shuffled(world.entities().stream().map(e -> shuffled(e, dice)).toList()))
            .with(shuffled(world.state(), dice))
            .with(turned(world.request()));
    assertThat(turned.decided()).isEqualTo(world.decided());
  }

  private static PolicySet shuffled(PolicySet set, Dice dice) {
    return new PolicySet(
        set.name(),
        set.schema(),
        dice.shuffled(set.modules()),
        dice.shuffled(set.rules()),
        dice.shuffled(set.scopes()),
        dice.shuffled(set.approvals()),
        dice.shuffled(set.grants()),
        dice.shuffled(set.suspends()),
        dice.shuffled(set.labels()),
        dice.shuffled(set.limits()),
        dice.shuffled(set.invariants()),
        dice.shuffled(set.tools()),
        dice.shuffled(set.zones()));
  }

  private static Entity shuffled(Entity entity, Dice dice) {
    return new Entity(
        entity.uid(),
        entity.attrs(),
        new LinkedHashSet<>(dice.shuffled(List.copyOf(entity.parents()))));
  }

  private static AuthoritySnapshot shuffled(AuthoritySnapshot state, Dice dice) {
    AuthoritySnapshot.Builder builder =
        AuthoritySnapshot.builder().at(state.position(), state.latestMillis());
    dice.shuffled(state.grants()).forEach(builder::put);
    dice.shuffled(state.approvals()).forEach(builder::put);
    dice.shuffled(state.suspensions()).forEach(builder::put);
    dice.shuffled(state.sessions()).forEach(builder::put);
    dice.shuffled(state.counters()).forEach(builder::put);
    return builder.build();
  }

  /** The request with its arguments told in the opposite order. */
  private static Request turned(Request request) {
    Request turned =
        Request.of(request.principal(), request.action(), request.resource())
            .onBehalfOf(request.chain());
    String session = request.session();
    turned = session == null ? turned : turned.session(session);
    List<Map.Entry<String, Json>> args =
        new ArrayList<>(new LinkedHashMap<>(request.args()).entrySet());
    for (int i = args.size() - 1; i >= 0; i--) {
      turned = turned.arg(args.get(i).getKey(), args.get(i).getValue());
    }
    for (Map.Entry<String, Json> fact : request.facts().entrySet()) {
      turned = turned.fact(fact.getKey(), fact.getValue());
    }
    return turned;
  }

  @Property(tries = 80, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReportMode.OFF)
  void decision_madeTwiceAndInTwoEngines_isTheSameByteForByte(
      @ForAll("worlds") GeneratedWorld world) throws Exception {
    String verdict = world.assess().verdict().toCanonicalJson();
    assertThat(world.decided()).isEqualTo(world.decided());
    PolicySet kept = PolicySetJson.read(PolicySetJson.write(world.policies()));
    if (world.health() != Circumstances.Health.GOOD) {
      return;
    }
    Decision one = decide(world, world.policies());
    Decision two = decide(world, kept);
    assertThat(one.verdict().toCanonicalJson()).isEqualTo(verdict);
    assertThat(two.verdict().toCanonicalJson()).isEqualTo(verdict);
    assertThat(two.validUntil()).isEqualTo(one.validUntil());
    Seen.that(one.verdict().reason() == ReasonCode.PERMITTED, 5);
  }

  private static Decision decide(GeneratedWorld world, PolicySet policies) {
    try (PolicyEngine engine =
        PolicyEngine.builder(policies)
            .entities(Entities.of(world.entities()))
            .authority(world.state())
            .clock(InstantSource.fixed(Instant.ofEpochMilli(world.clock())))
            .callerSupports("log")
            .build()) {
      return engine.decide(world.request());
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReportMode.OFF)
  void verdict_untilItIsNoLongerValid_staysTheSame(@ForAll("worlds") GeneratedWorld world) {
    Assessment now = world.assess();
    OptionalLong until = now.validUntil();
    long start = now.nowMillis();
    long end = until.orElse(start + 10 * 60 * 60_000L);
    Seen.that(until.isPresent(), 50);
    assertThat(end).isGreaterThan(start);
    List<Long> instants =
        List.of(start + 1, start + Math.floorMod(world.seed(), end - start), end - 1);
    for (long later : instants) {
      if (now.verdict().reason() != ReasonCode.STALE_STATE) {
        assertThat(world.at(later).assess().verdict()).isEqualTo(now.verdict());
      }
    }
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReportMode.OFF)
  void explanation_ofAnyDecision_endsAsTheVerdictDoes(@ForAll("worlds") GeneratedWorld world) {
    Assessment assessment = world.assess();
    ExplainNode root = assessment.explain();
    Seen.that(assessment.verdict().rules().isEmpty(), 10);
    assertThat(root.label()).isEqualTo(assessment.verdict().effect().word());
    assertThat(root.outcome()).startsWith(assessment.verdict().reason().code());
  }

  /** Every member, nearest first. */
  static List<EntityId> members(Request request) {
    List<EntityId> members = new ArrayList<>(List.of(request.principal()));
    members.addAll(request.chain());
    return members;
  }
}
