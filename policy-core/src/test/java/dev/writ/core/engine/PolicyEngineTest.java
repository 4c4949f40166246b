package dev.writ.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.decision.BatchSemantic;
import dev.writ.core.decision.Decision;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityChanges;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityProblem;
import dev.writ.core.model.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyEngineTest {

  private static final Evaluation PERMIT = Fakes.always(ReasonCode.PERMITTED, Finding.Effects.NONE);
  private static final Evaluation DENY = Fakes.always(ReasonCode.NO_PERMIT, Finding.Effects.NONE);

  /** Permits documents whose id is even. */
  private static final Evaluation EVEN =
      (loaded, request, circumstances) ->
          Fakes.finding(
              loaded,
              Integer.parseInt(request.resource().id()) % 2 == 0
                  ? ReasonCode.PERMITTED
                  : ReasonCode.NO_PERMIT,
              Finding.Effects.NONE);

  @Test
  void decide_permitThatChangesNothing_mayBeActedOn() {
    try (PolicyEngine engine = Fakes.engine(PERMIT).build()) {
      Decision decision = engine.decide(Fakes.READ);

      assertThat(decision.permitted()).isTrue();
      assertThat(decision.verdict().policySet()).isEqualTo(engine.policySetHash());
      assertThat(decision.nowMillis()).isEqualTo(1_000);
      assertThat(decision.position()).isZero();
    }
  }

  @Test
  void decide_permitThatChangesSomething_isAdvisoryAndChangesNothing() {
    try (PolicyEngine engine =
        Fakes.engine(Fakes.always(ReasonCode.PERMITTED, Fakes.STEP)).build()) {
      Decision decision = engine.decide(Fakes.READ);

      assertThat(decision.permitted()).isFalse();
      assertThat(decision.wouldPermit()).isTrue();
      assertThat(engine.authority().position()).isZero();
    }
  }

  @Test
  void authorize_permitThatChangesSomething_changesIt() {
    try (PolicyEngine engine =
        Fakes.engine(Fakes.always(ReasonCode.PERMITTED, Fakes.STEP)).build()) {
      Decision decision = engine.authorize(Fakes.READ);

      assertThat(decision.permitted()).isTrue();
      assertThat(decision.position()).isZero();
      assertThat(engine.authority().position()).isEqualTo(1);
    }
  }

  @Test
  void authorize_denial_changesNothing() {
    try (PolicyEngine engine =
        Fakes.engine(Fakes.always(ReasonCode.NO_PERMIT, Fakes.STEP)).build()) {
      assertThat(engine.authorize(Fakes.READ).permitted()).isFalse();
      assertThat(engine.authority().position()).isZero();
    }
  }

  @Test
  void decisions_ofAnEngine_haveIdsOfTheirOwn() {
    try (PolicyEngine engine = Fakes.engine(PERMIT).build();
        PolicyEngine other = Fakes.engine(PERMIT).build()) {
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        ids.add(engine.decide(Fakes.READ).id());
        ids.add(other.authorize(Fakes.READ).id());
      }

      assertThat(ids)
          .doesNotHaveDuplicates()
          .allMatch(id -> id.matches("d-[0-9a-f]{24}-[0-9a-f]+"));
    }
  }

  @Test
  void build_withoutAnything_decidesOverNothing() {
    try (PolicyEngine engine = PolicyEngine.builder(Fakes.set().build()).evaluation(DENY).build()) {
      assertThat(engine.authority()).isSameAs(AuthoritySnapshot.EMPTY);
      assertThat(engine.decide(Fakes.READ).permitted()).isFalse();
    }
  }

  @Test
  void build_brokenSet_saysWhy() {
    PolicySet broken = Fakes.set().permit("q", "read", new Expr.Granted("nowhere")).build();

    assertThatThrownBy(() -> PolicyEngine.builder(broken).build())
        .isInstanceOf(PolicyLoadException.class)
        .hasMessage("rule `q`: the grant `nowhere` is not declared");
  }

  @Test
  void build_obligationThatNobodyCarriesOut_isRefused() {
    assertThatThrownBy(() -> PolicyEngine.builder(Fakes.POLICIES).callerSupports("log").build())
        .isInstanceOf(PolicyLoadException.class)
        .hasMessageStartingWith("nobody carries out the obligation `mask`");
  }

  @Test
  void reload_goodSet_runsFromThenOn() {
    try (PolicyEngine engine = Fakes.engine(PERMIT).build()) {
      PolicySet next = Fakes.set().build();

      ReloadResult result = engine.reload(next);

      assertThat(result).isEqualTo(new ReloadResult.Applied(engine.policySetHash()));
      assertThat(engine.policies()).isEqualTo(next);
      assertThat(engine.decide(Fakes.READ).verdict().policySet()).isEqualTo(engine.policySetHash());
    }
  }

  @Test
  void reload_badSet_keepsTheOneBeforeAndSaysWhy() {
    try (PolicyEngine engine = Fakes.engine(PERMIT).build()) {
      String before = engine.policySetHash();
      PolicySet broken = Fakes.set("fax").permit("q", "read", new Expr.Labelled("nowhere")).build();

      ReloadResult result = engine.reload(broken, Entities.of(Entity.of("User", "eve")));

      assertThat(result.applied()).isFalse();
      assertThat(((ReloadResult.Refused) result).problems())
          .containsExactly(
              "rule `q`: the label `nowhere` is not declared",
              "nobody carries out the obligation `fax`: give the engine a handler, or declare"
                  + " that the caller supports it");
      assertThat(engine.policySetHash()).isEqualTo(before);
      assertThat(engine.decide(Fakes.READ).verdict().policySet()).isEqualTo(before);
    }
  }

  @Test
  void updateEntities_others_areReadFromThenOn() {
    Evaluation known =
        (loaded, request, circumstances) ->
            Fakes.finding(
                loaded,
                circumstances.entities().isKnown(request.principal())
                    ? ReasonCode.PERMITTED
                    : ReasonCode.INVALID_REQUEST,
                Finding.Effects.NONE);
    try (PolicyEngine engine = Fakes.engine(known).build()) {
      Decision before = engine.decide(Fakes.READ);
      engine.updateEntities(Entities.of(Entity.of("User", "ann")));
      Decision after = engine.decide(Fakes.READ);

      assertThat(before.permitted()).isFalse();
      assertThat(after.permitted()).isTrue();
      assertThat(after.entityVersion()).isNotEqualTo(before.entityVersion());
      engine.reload(Fakes.set().build());
      assertThat(engine.decide(Fakes.READ).permitted()).isTrue();
      engine.reload(Fakes.set().build(), Entities.NONE);
      assertThat(engine.decide(Fakes.READ).permitted()).isFalse();
    }
  }

  private static List<String> refused(UpdateResult result) {
    return ((UpdateResult.Refused) result).problems().stream().map(EntityProblem::detail).toList();
  }

  @Test
  void updateEntities_changes_areMadeWholeOrNotAtAll() {
    Evaluation known =
        (loaded, request, circumstances) ->
            Fakes.finding(
                loaded,
                circumstances.entities().isKnown(request.principal())
                    ? ReasonCode.PERMITTED
                    : ReasonCode.INVALID_REQUEST,
                Finding.Effects.NONE);
    Entity ann = Entity.of("User", "ann");
    try (PolicyEngine engine = Fakes.engine(known).build()) {
      String empty = engine.decide(Fakes.READ).entityVersion();
      assertThat(engine.updateEntities(EntityChanges.of(ann, Entity.of("User", "bo"))).applied())
          .isTrue();
      assertThat(engine.decide(Fakes.READ).permitted()).isTrue();

      assertThat(
              refused(
                  engine.updateEntities(
                      EntityChanges.of(Entity.of("Robot", "r"), Entity.of("User", "eve"))
                          .without(ann.uid()))))
          .containsExactly(
              "entity `Robot::\"r\"` breaks the schema: uid.type: no entity type `Robot` is"
                  + " declared");
      assertThat(engine.decide(Fakes.READ).permitted()).isTrue();

      engine.reload(Fakes.set().build());
      assertThat(engine.decide(Fakes.READ).permitted()).isTrue();
      engine.updateEntities(EntityChanges.removing(ann.uid(), EntityId.of("User", "bo")));
      assertThat(engine.decide(Fakes.READ).permitted()).isFalse();
      assertThat(engine.decide(Fakes.READ).entityVersion()).isEqualTo(empty);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EXECUTE_ALL,            2 1 4, 3",
    "DENY_ON_FIRST_DENY,     2 1 4, 2",
    "DENY_ON_FIRST_DENY,     2 4,   2",
    "PERMIT_ON_FIRST_PERMIT, 1 2 4, 2",
    "PERMIT_ON_FIRST_PERMIT, 1 3,   2",
  })
  void batches_anySemantic_goAsFarAsItSays(BatchSemantic semantic, String ids, int made) {
    List<Request> requests =
        List.of(ids.split(" ")).stream().map(PolicyEngineTest::readOf).toList();
    try (PolicyEngine engine = Fakes.engine(EVEN).build()) {
      assertThat(engine.authorizeAll(requests, semantic)).hasSize(made);
      assertThat(engine.decideAll(requests, semantic)).hasSize(made);
      assertThat(engine.asking().decide(requests, semantic)).hasSize(made);
      assertThat(engine.authorizing().decide(requests, semantic)).hasSize(made);
    }
  }

  @Test
  void authorizeAll_earlierUse_isGoneForLaterOnes() {
    Evaluation once =
        (loaded, request, circumstances) ->
            Fakes.finding(
                loaded,
                circumstances.authority().position() == 0
                    ? ReasonCode.PERMITTED
                    : ReasonCode.NO_PERMIT,
                Fakes.STEP);
    List<Request> twice = List.of(Fakes.READ, Fakes.READ);
    try (PolicyEngine engine = Fakes.engine(once).build()) {
      assertThat(engine.decideAll(twice, BatchSemantic.EXECUTE_ALL))
          .allMatch(Decision::wouldPermit);
      assertThat(engine.authorizeAll(twice, BatchSemantic.EXECUTE_ALL))
          .extracting(Decision::permitted)
          .containsExactly(true, false);
    }
  }

  @Test
  void filter_resources_keepsThoseThatWouldBePermittedInOrder() {
    try (PolicyEngine engine = Fakes.engine(EVEN).build()) {
      List<EntityId> docs =
          List.of(EntityId.of("Doc", "4"), EntityId.of("Doc", "1"), EntityId.of("Doc", "2"));

      assertThat(engine.filter(EntityId.of("User", "ann"), "read", docs))
          .containsExactly(EntityId.of("Doc", "4"), EntityId.of("Doc", "2"));
    }
  }

  @Test
  void authorizeAsync_onAnExecutor_answersThere() {
    try (PolicyEngine engine = Fakes.engine(PERMIT).build()) {
      List<Runnable> queue = new ArrayList<>();
      var stage = engine.authorizeAsync(Fakes.READ, queue::add).toCompletableFuture();

      assertThat(stage).isNotDone();
      queue.get(0).run();
      assertThat(stage).isCompletedWithValueMatching(Decision::permitted);
    }
  }

  @Test
  void authorizeAsync_executorRefuses_isADenial() {
    try (PolicyEngine engine = Fakes.engine(PERMIT).build()) {
      var stage =
          engine.authorizeAsync(
              Fakes.READ,
              work -> {
                throw new RejectedExecutionException("full");
              });

      assertThat(stage.toCompletableFuture())
          .isCompletedWithValueMatching(
              decision -> decision.verdict().reason() == ReasonCode.UNAVAILABLE);
    }
  }

  @Test
  void close_twice_refusesEverythingAfterwards() {
    PolicyEngine engine = Fakes.engine(PERMIT).build();
    engine.decide(Fakes.READ);
    engine.close();
    engine.close();

    List<ThrowingCallable> calls =
        List.of(
            () -> engine.decide(Fakes.READ),
            () -> engine.authorize(Fakes.READ),
            () -> engine.authorizeAsync(Fakes.READ, Runnable::run),
            () -> engine.decideAll(List.of(), BatchSemantic.EXECUTE_ALL),
            () -> engine.authorizeAll(List.of(), BatchSemantic.EXECUTE_ALL),
            () -> engine.filter(Fakes.READ.principal(), "read", List.of()),
            () -> engine.couldEverPermit(Fakes.READ.principal(), "read"),
            () -> engine.reload(Fakes.POLICIES),
            () -> engine.reload(Fakes.POLICIES, Entities.NONE),
            () -> engine.updateEntities(Entities.NONE),
            engine::commands,
            engine::authority,
            engine::policies,
            engine::asking,
            engine::authorizing);
    assertThat(calls)
        .allSatisfy(
            call ->
                assertThatThrownBy(call)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the engine is closed"));
    assertThat(engine.statistics().decisions()).isEqualTo(1);
  }

  @Test
  void decide_whileOpen_throwsNothing() {
    try (PolicyEngine engine = Fakes.engine(DENY).build()) {
      assertThatCode(() -> engine.decide(Fakes.READ)).doesNotThrowAnyException();
    }
  }

  private static Request readOf(String id) {
    return Request.of(EntityId.of("User", "ann"), "read", EntityId.of("Doc", id));
  }
}
