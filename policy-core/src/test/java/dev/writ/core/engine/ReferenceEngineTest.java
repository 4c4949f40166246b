package dev.writ.core.engine;

import static dev.writ.core.engine.SetBuilder.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.authority.GrantRecord;
import dev.writ.core.decision.BatchSemantic;
import dev.writ.core.decision.Decision;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.ir.Actor;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.EntityPattern;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.Label;
import dev.writ.core.ir.Suspend;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Json;
import dev.writ.core.model.Request;
import dev.writ.core.reference.CommandResult;
import dev.writ.core.reference.GrantOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The engine with the evaluator it has by itself. */
class ReferenceEngineTest {

  private static final EntityId ANN = EntityId.of("User", "ann");
  private static final EntityId BOB = EntityId.of("User", "bob");
  private static final EntityId DOC = EntityId.of("Doc", "1");
  private static final Request PURGE = Request.of(ANN, "purge", DOC);
  private static final Request READ = Request.of(ANN, "read", DOC);

  private final AtomicLong now = new AtomicLong(1_000_000);

  static SetBuilder set() {
    SetBuilder set =
        new SetBuilder()
            .entity("Team")
            .human("User")
            .entity("Doc")
            .action("read", "User", "Doc")
            .action("purge", "User", "Doc")
            .permit("all read", "read", Expr.yes());
    EntityPattern people = new EntityPattern(names("User"), null, List.of());
    return set.grant(
            new GrantTemplate(
                "once",
                "",
                false,
                List.of(new Case(set.slots("purge"), Expr.yes(), List.of())),
                List.of(new Actor(people, null)),
                false,
                List.of(new Actor(people, null)),
                List.of(),
                new GrantTemplate.Binding(false, true, null, names()),
                60_000,
                1,
                null,
                List.of()))
        .suspend(new Suspend("", names("User"), List.of(new Actor(people, null)), List.of()))
        .label(
            new Label(
                "seen", "", List.of(new Case(set.slots("read"), Expr.yes(), List.of())), List.of()))
        .forbid("not after reading", "purge", new Expr.Labelled("seen"));
  }

  /** A builder of the engine under test. */
  EngineBuilder builder() {
    return PolicyEngine.builder(set().build());
  }

  private PolicyEngine engine() {
    return builder()
        .entities(Entities.of(Entity.of(ANN), Entity.of(BOB), Entity.of(DOC)))
        .clock(() -> Instant.ofEpochMilli(now.get()))
        .build();
  }

  private static Request in(Request request, String session) {
    return request.session(session);
  }

  private static void start(PolicyEngine engine, String session) {
    engine.commands().startSession(SessionStart.of(session, ANN)).orThrow();
  }

  private static GrantRecord grant(PolicyEngine engine) {
    return engine.commands().ask(in(PURGE, "s"), GrantOrder.of("once", ANN, ANN)).orThrow().value();
  }

  @Test
  void authorize_grantOfOneUse_isPermittedOnce() {
    try (PolicyEngine engine = engine()) {
      start(engine, "s");
      assertThat(engine.decide(in(PURGE, "s")).remedies()).isNotEmpty();
      grant(engine);

      Decision asked = engine.decide(in(PURGE, "s"));
      assertThat(asked.wouldPermit()).isTrue();
      assertThat(asked.permitted()).isFalse();
      assertThat(engine.authorize(in(PURGE, "s")).permitted()).isTrue();
      assertThat(engine.authorize(in(PURGE, "s")).verdict().reason())
          .isEqualTo(ReasonCode.NO_PERMIT);
    }
  }

  @RepeatedTest(10)
  void authorize_grantOfOneUseFromManyThreads_isPermittedOnce() throws Exception {
    try (PolicyEngine engine = engine()) {
      start(engine, "s");
      grant(engine);
      int count = 8;
      ExecutorService threads = Executors.newFixedThreadPool(count);
      CountDownLatch ready = new CountDownLatch(count);
      List<Future<Decision>> answers = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        answers.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return engine.authorize(in(PURGE, "s"));
                }));
      }
      int permitted = 0;
      for (Future<Decision> answer : answers) {
        permitted += answer.get().permitted() ? 1 : 0;
      }
      threads.shutdown();

      assertThat(permitted).isEqualTo(1);
    }
  }

  @Test
  void revoke_afterItReturned_nothingIsPermittedByIt() {
    try (PolicyEngine engine = engine()) {
      start(engine, "s");
      GrantRecord grant = grant(engine);

      engine.commands().revoke(grant.id(), BOB).orThrow();

      assertThat(engine.authorize(in(PURGE, "s")).permitted()).isFalse();
    }
  }

  @Test
  void suspend_member_deniesItUntilLifted() {
    try (PolicyEngine engine = engine()) {
      start(engine, "s");
      engine.commands().suspend(ANN, BOB).orThrow();
      assertThat(engine.decide(in(READ, "s")).verdict().reason()).isEqualTo(ReasonCode.SUSPENDED);

      engine.commands().lift(ANN, BOB).orThrow();
      assertThat(engine.decide(in(READ, "s")).wouldPermit()).isTrue();
    }
  }

  @Test
  void authorize_labelEarned_isSeenByTheNextOfTheSession() {
    try (PolicyEngine engine = engine()) {
      start(engine, "s");
      start(engine, "t");
      grant(engine);

      assertThat(engine.decide(in(READ, "s")).permitted()).as("a label is to be set").isFalse();
      assertThat(engine.authorize(in(READ, "s")).permitted()).isTrue();
      assertThat(engine.decide(in(READ, "s")).permitted()).as("it is set").isTrue();
      assertThat(engine.decide(in(PURGE, "s")).verdict().reason()).isEqualTo(ReasonCode.FORBIDDEN);
      assertThat(engine.decide(in(PURGE, "t")).wouldPermit()).isTrue();
    }
  }

  @Test
  void startSession_childOfALabelledOne_startsWithItsLabels() {
    try (PolicyEngine engine = engine()) {
      start(engine, "s");
      engine.authorize(in(READ, "s"));

      var child =
          engine.commands().startSession(new SessionStart("c", ANN, "s", Map.of())).orThrow();

      assertThat(child.value().labels()).containsExactly("seen");
    }
  }

  @Test
  void startSession_again_isTheSameOrRefused() {
    try (PolicyEngine engine = engine()) {
      start(engine, "s");
      long position = engine.authority().position();
      start(engine, "s");

      assertThat(engine.authority().position()).isEqualTo(position);
      assertRefused(
          engine.commands().startSession(SessionStart.of("s", BOB)),
          "another session has the id `s`");
      assertRefused(
          engine.commands().startSession(new SessionStart("c", BOB, "s", Map.of())),
          "no session of this origin is called `s`");
      assertRefused(
          engine.commands().startSession(SessionStart.of("", ANN)),
          "the id of a session is not empty");
      assertRefused(
          engine.commands().startSession(SessionStart.of("x", EntityId.of("Robot", "r"))),
          "the session is invalid: origin: no entity type `Robot` is declared");
      assertRefused(
          engine.commands().startSession(new SessionStart("x", ANN, null, Map.of("y", Json.of(1)))),
          "the session is invalid: session.y: no field is declared here");
    }
  }

  private static void assertRefused(CommandResult<?> result, String reason) {
    assertThat(result).isEqualTo(new CommandResult.Refused<>(reason));
  }

  @Test
  void commands_ofAnInvalidRequest_areRefused() {
    try (PolicyEngine engine = engine()) {
      Request unknown = Request.of(ANN, "shred", DOC);

      assertThat(engine.commands().ask(unknown, GrantOrder.of("once", ANN, ANN)))
          .isEqualTo(
              new CommandResult.Refused<>(
                  "the request is invalid: action: no action `shred` is declared"));
      assertThat(engine.authority().position()).isZero();
    }
  }

  @Test
  void commands_whileTheClockFails_onlyTakeAway() {
    boolean[] broken = {false};
    try (PolicyEngine engine =
        builder()
            .entities(Entities.of(Entity.of(ANN), Entity.of(BOB), Entity.of(DOC)))
            .clock(
                () -> {
                  if (broken[0]) {
                    throw new IllegalStateException("planted");
                  }
                  return Instant.ofEpochMilli(now.get());
                })
            .build()) {
      start(engine, "s");
      GrantRecord grant = grant(engine);
      broken[0] = true;

      assertThat(engine.commands().ask(in(PURGE, "s"), GrantOrder.of("once", BOB, BOB)))
          .isEqualTo(new CommandResult.Refused<>("the clock does not answer"));
      assertThat(engine.authorize(in(READ, "s")).verdict().reason())
          .isEqualTo(ReasonCode.UNAVAILABLE);
      engine.commands().revoke(grant.id(), BOB).orThrow();
      broken[0] = false;
      assertThat(engine.authorize(in(PURGE, "s")).permitted()).isFalse();
    }
  }

  @Test
  void decide_stateAheadOfTheClock_isStaleBeyondTheSkew() {
    try (PolicyEngine first = engine()) {
      start(first, "s");
      now.addAndGet(-10_000);
      try (PolicyEngine behind =
              builder()
                  .entities(Entities.of(Entity.of(ANN), Entity.of(DOC)))
                  .authority(first.authority())
                  .clock(() -> Instant.ofEpochMilli(now.get()))
                  .maxSkew(Duration.ofSeconds(9))
                  .build();
          PolicyEngine patient =
              builder()
                  .entities(Entities.of(Entity.of(ANN), Entity.of(DOC)))
                  .authority(first.authority())
                  .clock(() -> Instant.ofEpochMilli(now.get()))
                  .maxSkew(Duration.ofSeconds(10))
                  .build()) {
        assertThat(behind.decide(in(READ, "s")).verdict().reason())
            .isEqualTo(ReasonCode.STALE_STATE);
        assertThat(patient.decide(in(READ, "s")).wouldPermit()).isTrue();
      }
    }
  }

  @Test
  void decideAll_ofOneSitting_areDecidedAtOneInstant() {
    try (PolicyEngine engine = engine()) {
      start(engine, "s");
      List<Decision> decisions =
          engine.decideAll(List.of(in(READ, "s"), in(PURGE, "s")), BatchSemantic.EXECUTE_ALL);

      assertThat(decisions).extracting(Decision::wouldPermit).containsExactly(true, false);
    }
  }

  @Test
  void reload_setWithoutTheTemplate_endsItsGrants() {
    try (PolicyEngine engine = engine()) {
      start(engine, "s");
      grant(engine);
      assertThat(engine.decide(in(PURGE, "s")).wouldPermit()).isTrue();

      SetBuilder without =
          new SetBuilder()
              .entity("Team")
              .human("User")
              .entity("Doc")
              .action("read", "User", "Doc")
              .action("purge", "User", "Doc");
      assertThat(engine.reload(without.build()).applied()).isTrue();
      assertThat(engine.decide(in(PURGE, "s")).wouldPermit()).isFalse();
    }
  }
}
