package dev.writ.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.SessionRecord;
import dev.writ.core.authority.Suspension;
import dev.writ.core.decision.Combination.Ceiling;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.PolicySetEdits;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Rule.RuleEffect;
import dev.writ.core.ir.Scope;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Json;
import dev.writ.core.model.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/**
 * What never permits more: an error in any place, a forbid, scope or suspension more, a permit,
 * grant or approval less, a chain.
 */
class NarrowingProperties {

  @Provide
  Arbitrary<GeneratedWorld> worlds() {
    return GeneratedWorld.all();
  }

  @Provide
  Arbitrary<GeneratedWorld> labelling() {
    return GeneratedWorld.all()
        .filter(world -> !world.policies().labels().isEmpty() && world.request().session() != null);
  }

  @Provide
  Arbitrary<GeneratedWorld> plain() {
    return GeneratedWorld.withoutAuthority();
  }

  /** No later one permits what the earlier does not; now and then one must permit less. */
  private static void narrower(GeneratedWorld earlier, List<GeneratedWorld> later, int least) {
    ReasonCode before = earlier.reason();
    boolean narrowed = false;
    for (GeneratedWorld world : later) {
      ReasonCode after = world.reason();
      narrowed |= before == ReasonCode.PERMITTED && after != ReasonCode.PERMITTED;
      assertThat(after == ReasonCode.PERMITTED && before != ReasonCode.PERMITTED)
          .as("denied before with %s, permitted after", before)
          .isFalse();
    }
    Seen.that(narrowed, least);
  }

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReportMode.OFF)
  void error_inPlaceOfAnyExpression_neverPermitsMore(@ForAll("worlds") GeneratedWorld world) {
    Dice dice = world.dice();
    int inner = ErrorPlanting.places(world.policies());
    List<Integer> places = new ArrayList<>(ErrorPlanting.wholePlaces(world.policies()));
    places.addAll(dice.some(2, 2, () -> dice.below(inner)));
    List<GeneratedWorld> erring =
        places.stream()
            .map(place -> world.with(ErrorPlanting.planted(world.policies(), place)))
            .toList();
    narrower(world, erring, 1);
  }

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReportMode.OFF)
  void forbid_added_neverPermitsMore(@ForAll("worlds") GeneratedWorld world) {
    Rule forbid =
        new GeneratedPolicies(world.dice(), false).rule("added", RuleEffect.FORBID, false);
    GeneratedWorld forbidding =
        world.with(PolicySetEdits.withRules(world.policies(), plus(world.policies(), forbid)));
    narrower(world, List.of(forbidding), 1);
  }

  private static List<Rule> plus(PolicySet set, Rule rule) {
    List<Rule> rules = new ArrayList<>(set.rules());
    rules.add(rule);
    return rules;
  }

  /**
   * A request that lacks a session is denied by a permit that reads one, so that one is left out.
   */
  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReportMode.OFF)
  void permit_removed_neverPermitsMore(@ForAll("worlds") GeneratedWorld world) {
    if (world.reason() != ReasonCode.SESSION_REQUIRED) {
      List<GeneratedWorld> fewer =
          world.ids(RuleEffect.PERMIT).stream()
              .map(
                  id ->
                      world.with(
                          PolicySetEdits.withRules(
                              world.policies(), without(world.policies(), id))))
              .toList();
      narrower(world, fewer, 1);
    }
  }

  private static List<Rule> without(PolicySet set, String id) {
    return set.rules().stream().filter(rule -> !rule.id().equals(id)).toList();
  }

  @Property(tries = 350, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReportMode.OFF)
  void grantOrApproval_removed_neverPermitsMore(@ForAll("worlds") GeneratedWorld world) {
    List<String> ids = new ArrayList<>();
    world.state().grants().forEach(grant -> ids.add(grant.id()));
    world.state().approvals().forEach(approval -> ids.add(approval.id()));
    List<GeneratedWorld> fewer =
        ids.stream()
            .map(removed -> world.with(without(world.state(), id -> id.equals(removed))))
            .toList();
    narrower(world, fewer, 1);
  }

  private static AuthoritySnapshot without(AuthoritySnapshot state, Predicate<String> removed) {
    AuthoritySnapshot.Builder builder =
        AuthoritySnapshot.builder().at(state.position(), state.latestMillis());
    for (GrantRecord grant : state.grants()) {
      if (!removed.test(grant.id())) {
        builder.put(grant);
      }
    }
    for (ApprovalRecord approval : state.approvals()) {
      if (!removed.test(approval.id())) {
        builder.put(approval);
      }
    }
    state.suspensions().forEach(builder::put);
    state.sessions().forEach(builder::put);
    state.counters().forEach(builder::put);
    return builder.build();
  }

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReportMode.OFF)
  void suspension_ofAMemberOrItsGroup_deniesAndNeverPermitsMore(
      @ForAll("worlds") GeneratedWorld world) {
    List<EntityId> members = DecisionProperties.members(world.request());
    EntityId who = world.dice().percent(50) ? world.dice().of(members) : Realm.ENG;
    AuthoritySnapshot state =
        world.state().toBuilder().put(new Suspension(who, Realm.DI, "", 0)).build();
    narrower(world, List.of(world.with(state)), 10);
    List<EntityId> of = who.equals(Realm.ENG) ? Realm.ENGINEERS : List.of(who);
    assertThat(world.with(state).permits() && members.stream().anyMatch(of::contains)).isFalse();
  }

  @Property(tries = 900, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReportMode.OFF)
  void label_addedToTheSession_neverPermitsMore(@ForAll("labelling") GeneratedWorld world) {
    SessionRecord session = Objects.requireNonNull(world.state().session("s"));
    SessionRecord labelled = session.labelled(new TreeSet<>(List.of("tainted")));
    AuthoritySnapshot state = world.state().toBuilder().put(labelled).build();
    narrower(world, List.of(world.with(state)), 1);
  }

  /**
   * A scope on a member that none applied to is what lets it act at all (an agent), or lets its
   * delegator stand in (a person): only a scope beside others narrows.
   */
  @Property(tries = 2500, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReportMode.OFF)
  void scope_addedBesideOthers_neverPermitsMore(@ForAll("plain") GeneratedWorld world) {
    Asked asked = world.asked();
    if (asked == null || !everyMemberIsUnderAScope(world, asked)) {
      return;
    }
    List<Scope> scopes = new ArrayList<>(world.policies().scopes());
    scopes.add(new GeneratedPolicies(world.dice(), false).anyScope("added"));
    PolicySet bounded = PolicySetEdits.withScopes(world.policies(), scopes);
    narrower(world, List.of(world.with(bounded)), 1);
  }

  private static boolean everyMemberIsUnderAScope(GeneratedWorld world, Asked asked) {
    Scopes scopes = Scopes.of(asked, new Judge(world.world(), Trace.NONE), NoAuthority.INSTANCE);
    for (int member = 0; member < asked.members().size(); member++) {
      if (scopes.ceilings(member).stream().map(Ceiling::applies).noneMatch(Truth.TRUE::equals)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Step 4 asks of the origin a permit that is true on its own view, or a grant that it holds: no
   * delegator stands in for it.
   */
  @Property(tries = 350, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReportMode.OFF)
  void chain_permitted_restsOnAPermitOrGrantOfItsOrigin(@ForAll("worlds") GeneratedWorld world) {
    boolean chained = !world.request().chain().isEmpty();
    boolean permitted = world.permits();
    Seen.that(chained && permitted, 10);
    if (chained && permitted) {
      Asked asked = Objects.requireNonNull(world.asked(), "asked");
      int origin = asked.members().size() - 1;
      RequestAuthority facts = new RequestAuthority(world.world(), asked, Suppositions.NONE);
      assertThat(permitsTrue(world, asked, origin, facts) || !facts.covering(origin).isEmpty())
          .isTrue();
    }
  }

  private static boolean permitsTrue(
      GeneratedWorld world, Asked asked, int member, RequestAuthority facts) {
    for (String id : world.ids(RuleEffect.PERMIT)) {
      for (Rule rule : world.policies().rules()) {
        if (rule.id().equals(id) && isTrue(world, rule, asked, member, facts)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isTrue(
      GeneratedWorld world, Rule rule, Asked asked, int member, RequestAuthority facts) {
    Judge judge = new Judge(world.world(), Trace.NONE);
    for (Case text : rule.cases()) {
      Expr condition = text.condition();
      if (asked.spans(text.slots(), member)
          && judge.truth(rule.id(), condition, asked.view(member), facts) == Truth.TRUE) {
        return true;
      }
    }
    return false;
  }

  /** Where no approval, confirmation or grant is read, which are facts of the whole request. */
  @Property(tries = 350, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReportMode.OFF)
  void chain_permittedWithoutAuthority_isPermittedToItsOriginAlone(
      @ForAll("plain") GeneratedWorld world) {
    List<EntityId> chain = world.request().chain();
    if (chain.isEmpty()) {
      return;
    }
    boolean permitted = world.permits();
    boolean alone = world.with(byOrigin(world.request())).permits();
    Seen.that(alone && !permitted, 20);
    assertThat(permitted && !alone).isFalse();
  }

  private static Request byOrigin(Request request) {
    EntityId origin = request.chain().get(request.chain().size() - 1);
    Request alone = Request.of(origin, request.action(), request.resource());
    for (Map.Entry<String, Json> arg : request.args().entrySet()) {
      alone = alone.arg(arg.getKey(), arg.getValue());
    }
    for (Map.Entry<String, Json> fact : request.facts().entrySet()) {
      alone = alone.fact(fact.getKey(), fact.getValue());
    }
    String session = request.session();
    return session == null ? alone : alone.session(session);
  }
}
