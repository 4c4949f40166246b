package dev.writ.core.reference;

import static dev.writ.core.reference.Declarations.ALL;
import static dev.writ.core.reference.Declarations.allOf;
import static dev.writ.core.reference.Declarations.anyOf;
import static dev.writ.core.reference.Declarations.approval;
import static dev.writ.core.reference.Declarations.badge;
import static dev.writ.core.reference.Declarations.clause;
import static dev.writ.core.reference.Declarations.confirmation;
import static dev.writ.core.reference.Declarations.eachOwner;
import static dev.writ.core.reference.Declarations.everySlot;
import static dev.writ.core.reference.Declarations.grant;
import static dev.writ.core.reference.Declarations.slots;
import static dev.writ.core.reference.Declarations.unless;
import static dev.writ.core.reference.Declarations.uses;
import static dev.writ.core.reference.Scene.BOT;
import static dev.writ.core.reference.Scene.BOT2;
import static dev.writ.core.reference.Scene.HOUR;
import static dev.writ.core.reference.Scene.LEDGER;
import static dev.writ.core.reference.Scene.LOG;
import static dev.writ.core.reference.Scene.MINUTE;
import static dev.writ.core.reference.Scene.NOON;
import static dev.writ.core.reference.Scene.SEC;
import static dev.writ.core.reference.Scene.SRE;
import static dev.writ.core.reference.Scene.deploy;
import static dev.writ.core.reference.Scene.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.Spending;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Quorum;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import dev.writ.core.reference.Suppositions.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** What holds of approvals, grants, spending and remedies whatever is declared, voted and held. */
class RequestAuthorityProperties {

  /** Counts what came up, and fails where one of these hardly did. */
  private static void seen(Object what, Object... all) {
    Statistics.collect(what);
    Statistics.coverage(
        coverage -> {
          for (Object each : all) {
            coverage.check(each).percentage(p -> p > 5);
          }
        });
  }

  // Votes

  @Provide
  Arbitrary<Quorum> quorums() {
    return Arbitraries.of(
        allOf(clause(1)),
        allOf(clause(2, SRE)),
        allOf(clause(1, SRE), clause(1, SEC)),
        anyOf(clause(2, SRE), clause(1, SEC)),
        allOf(eachOwner(1)),
        allOf(eachOwner(1), clause(1, SRE)));
  }

  @Provide
  Arbitrary<List<String>> votes() {
    Arbitrary<String> voters = Arbitraries.of("ann", "ann2", "bo", "cy", "di", "ed", "flo");
    return Combinators.combine(
            Arbitraries.of("", "", "", "-"), voters, Arbitraries.integers().between(1, 59))
        .as((sign, voter, at) -> sign + voter + "@" + at)
        .list()
        .ofMaxSize(6);
  }

  private static Truth approved(Quorum quorum, List<String> votes, Request request) {
    Approval declared = approval("a", everySlot(), Expr.yes(), quorum);
    Scene scene = new Scene().declare(declared);
    Votes.put(scene, Votes.on(scene, declared, deploy(), BOT, String.join(" ", votes)));
    return scene.at(NOON + HOUR).facts(request).approved("a");
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void approved_oneYesMoreNow_staysApproved(
      @ForAll("quorums") Quorum quorum, @ForAll("votes") List<String> votes) {
    Truth before = approved(quorum, votes, deploy());
    seen(before, Truth.TRUE, Truth.FALSE);
    for (String voter : List.of("bo", "cy", "di", "ed", "flo", "ann")) {
      List<String> more = new ArrayList<>(votes);
      more.add(voter + "@60");
      if (before == Truth.TRUE) {
        assertThat(approved(quorum, more, deploy())).as(voter).isEqualTo(Truth.TRUE);
      }
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void approved_votesOnAnotherSubject_countForNothing(
      @ForAll("quorums") Quorum quorum, @ForAll("votes") List<String> votes) {
    List<String> others = votes.stream().map(vote -> vote + "!").toList();
    assertThat(approved(quorum, others, deploy())).isEqualTo(Truth.FALSE);
    List<String> both = new ArrayList<>(votes);
    both.addAll(others);
    assertThat(approved(quorum, both, deploy())).isEqualTo(approved(quorum, votes, deploy()));
  }

  // Requests

  /** What of a request can differ. */
  record Parts(
      EntityId principal,
      List<EntityId> chain,
      String action,
      EntityId resource,
      String env,
      String ticket,
      String digest) {

    /** This one, with those parts that are named taken from another. */
    Parts with(Parts other, Set<Integer> taken) {
      return new Parts(
          taken.contains(0) ? other.principal : principal,
          taken.contains(1) ? other.chain : chain,
          taken.contains(2) ? other.action : action,
          taken.contains(3) ? other.resource : resource,
          taken.contains(4) ? other.env : env,
          taken.contains(5) ? other.ticket : ticket,
          taken.contains(6) ? other.digest : digest);
    }

    Request request() {
      Request request = Request.of(principal, action, resource).onBehalfOf(chain).arg("env", env);
      Request ticketed = ticket.isEmpty() ? request : request.arg("ticket", ticket);
      return digest.isEmpty() ? ticketed : ticketed.fact("digest", digest);
    }
  }

  /** Two requests that differ in few parts, if at all. */
  record Pair(Request one, Request other) {}

  private static Arbitrary<Parts> parts(String... actions) {
    return Combinators.combine(
            Arbitraries.of(BOT, BOT2),
            Arbitraries.of(
                List.<EntityId>of(),
                List.of(user("ann")),
                List.of(user("bo")),
                List.of(user("di"), user("ann"))),
            Arbitraries.of(actions),
            Arbitraries.of(LEDGER, LOG),
            Arbitraries.of("prod", "dev"),
            Arbitraries.of("", "OPS-1"),
            Arbitraries.of("", "sha256:1f"))
        .as(Parts::new);
  }

  private static Arbitrary<Pair> pairs(Arbitrary<Parts> first) {
    return Combinators.combine(
            first,
            parts("deploy", "restart"),
            Arbitraries.of(0, 1, 2, 3, 4, 5, 6).set().ofMaxSize(2))
        .as((one, other, taken) -> new Pair(one.request(), one.with(other, taken).request()));
  }

  @Provide
  Arbitrary<Pair> pairs() {
    return pairs(parts("deploy", "restart"));
  }

  @Provide
  Arbitrary<Pair> deployments() {
    return pairs(parts("deploy"));
  }

  private static boolean sameSubject(Request one, Request other) {
    return one.principal().equals(other.principal())
        && one.chain().equals(other.chain())
        && sameDeed(one, other);
  }

  private static boolean sameDeed(Request one, Request other) {
    return one.action().equals(other.action())
        && one.resource().equals(other.resource())
        && one.args().equals(other.args())
        && one.facts().equals(other.facts());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void approved_otherRequest_onlyTheSameSubject(@ForAll("pairs") Pair pair) {
    Request approved = pair.one();
    Request other = pair.other();
    Approval declared = approval("a", everySlot(), Expr.yes(), allOf(clause(1)));
    Scene scene = new Scene().declare(declared);
    Votes.put(scene, Votes.on(scene, declared, approved, approved.principal(), "ed@1"));
    scene.after(MINUTE);
    Truth expected = Truth.of(sameSubject(approved, other));
    seen(expected, Truth.TRUE, Truth.FALSE);
    assertThat(scene.facts(other).approved("a")).isEqualTo(expected);
    assertThat(scene.facts(approved).approved("a")).isEqualTo(Truth.TRUE);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void covering_otherRequest_onlyTheHoldersForThatOriginAndDeed(@ForAll("deployments") Pair pair) {
    Request issued = pair.one();
    Request other = pair.other();
    Scene scene = new Scene().declare(grant("g", Expr.yes(), ALL));
    EntityId holder = issued.principal();
    scene.done(scene.commands().ask(scene.bind(issued), GrantOrder.of("g", holder, holder)));
    boolean covers = !scene.facts(other).covering(0).isEmpty();
    boolean expected =
        holder.equals(other.principal())
            && origin(issued).equals(origin(other))
            && sameDeed(issued, other);
    seen(expected, true, false);
    assertThat(covers).isEqualTo(expected);
  }

  private static EntityId origin(Request request) {
    List<EntityId> chain = request.chain();
    return chain.isEmpty() ? request.principal() : chain.get(chain.size() - 1);
  }

  // Spending and remedies, over any rules that ask for authority

  /**
   * A policy and a state.
   *
   * @param agents when agents may
   * @param users when users may
   * @param unless what lifts a forbid
   * @param needed what the condition of the grant {@code g} asks for
   * @param held what is approved, confirmed and granted: {@code one two yes g h badge}
   */
  record Trial(Expr agents, Expr users, Expr unless, Expr needed, List<String> held) {}

  @Provide
  Arbitrary<Trial> trials() {
    Arbitrary<List<String>> held =
        Arbitraries.subsetOf("one", "two", "yes", "g", "h", "badge").map(List::copyOf);
    Arbitrary<Expr> users = Arbitraries.oneOf(List.of(conditions(), Arbitraries.just(Expr.yes())));
    return Combinators.combine(conditions(), users, conditions(), conditions(), held)
        .as(Trial::new);
  }

  private static Arbitrary<Expr> conditions() {
    Arbitrary<Expr> leaf =
        Arbitraries.of(
            new Expr.Approved("one"),
            new Expr.Approved("two"),
            new Expr.Confirmed("yes"),
            new Expr.Granted("g"),
            new Expr.Granted("h"),
            new Expr.Granted("badge"),
            Expr.no());
    Arbitrary<Expr> pair =
        Combinators.combine(leaf, leaf, Arbitraries.of(true, false))
            .as((a, b, and) -> and ? new Expr.And(List.of(a, b)) : new Expr.Or(List.of(a, b)));
    return Arbitraries.oneOf(List.of(leaf, pair));
  }

  private static Scene scene(Trial trial) {
    Approval one = approval("one", allOf(clause(1, SRE)));
    Approval two = approval("two", allOf(clause(1, SEC)));
    Approval yes = confirmation("yes");
    Scene scene =
        new Scene()
            .declare(one, two, yes)
            .declare(
                grant("g", trial.needed(), ALL),
                uses(grant("h", Expr.yes(), ALL), 1),
                badge("badge"))
            .freeAgents()
            .permit("agents", slots("deploy", "Agent"), trial.agents())
            .permit("users", slots("deploy", "User"), trial.users())
            .forbid("freeze", unless(trial.unless()));
    for (String name : trial.held()) {
      switch (name) {
        case "one" -> Votes.put(scene, vote(scene, one, "cy"));
        case "two" -> Votes.put(scene, vote(scene, two, "ed"));
        case "yes" -> Votes.put(scene, vote(scene, yes, "ann"));
        default ->
            scene.done(scene.commands().ask(scene.bind(deploy()), GrantOrder.of(name, BOT, BOT)));
      }
    }
    return scene.after(MINUTE);
  }

  private static ApprovalRecord vote(Scene scene, Approval declared, String voter) {
    return Votes.on(scene, declared, deploy(), BOT, voter + "@0");
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void spending_ofAPermit_isEnoughAndNothingOfItCanBeSpared(@ForAll("trials") Trial trial) {
    Scene scene = scene(trial);
    Predicate<Suppositions> permits = scene.trial(deploy());
    boolean permitted = permits.test(Suppositions.NONE);
    seen(permitted, true, false);
    if (!permitted) {
      return;
    }
    Spending spending = Spender.of(scene.world(), scene.asked(deploy()), permits);
    TreeSet<String> grants = new TreeSet<>();
    scene.state.grants().forEach(grant -> grants.add(grant.id()));
    TreeSet<String> approvals = new TreeSet<>();
    scene.state.approvals().forEach(approval -> approvals.add(approval.id()));
    grants.removeAll(spending.grants());
    approvals.removeAll(spending.approvals());
    approvals.removeAll(spending.confirmations());
    assertThat(permits.test(new Suppositions(grants, approvals, new TreeSet<>()))).isTrue();
    for (String spent : spending.grants()) {
      Set<String> more = with(grants, spent);
      assertThat(permits.test(new Suppositions(more, approvals, new TreeSet<>()))).isFalse();
    }
    List<String> opened = new ArrayList<>(spending.approvals());
    opened.addAll(spending.confirmations());
    for (String spent : opened) {
      Set<String> more = with(approvals, spent);
      assertThat(permits.test(new Suppositions(grants, more, new TreeSet<>()))).isFalse();
    }
  }

  private static Set<String> with(Set<String> ids, String id) {
    Set<String> more = new TreeSet<>(ids);
    more.add(id);
    return more;
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void remedies_ofADenial_permitAndNoStepCanBeSpared(@ForAll("trials") Trial trial) {
    Scene scene = scene(trial);
    Predicate<Suppositions> permits = scene.trial(deploy());
    SortedSet<Step> steps = Remedies.steps(scene.world(), scene.asked(deploy()));
    if (permits.test(Suppositions.NONE)) {
      return;
    }
    List<SortedSet<Step>> remedies = RemedySearch.sets(steps, permits);
    seen(Math.min(2, remedies.size()), 0, 1, 2);
    assertThat(remedies.isEmpty()).isEqualTo(!permits.test(Suppositions.done(steps)));
    for (SortedSet<Step> remedy : remedies) {
      assertThat(permits.test(Suppositions.done(remedy))).isTrue();
      for (Step step : remedy) {
        SortedSet<Step> fewer = new TreeSet<>(remedy);
        fewer.remove(step);
        assertThat(permits.test(Suppositions.done(fewer))).isFalse();
      }
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void permits_moreAuthority_neverLess(@ForAll("trials") Trial trial) {
    Scene scene = scene(trial);
    Predicate<Suppositions> permits = scene.trial(deploy());
    boolean before = permits.test(Suppositions.NONE);
    SortedSet<Step> done = new TreeSet<>();
    for (Step step : Remedies.steps(scene.world(), scene.asked(deploy()))) {
      done.add(step);
      boolean after = permits.test(Suppositions.done(done));
      assertThat(!before || after).as("after %s", step).isTrue();
      before = after;
    }
  }
}
