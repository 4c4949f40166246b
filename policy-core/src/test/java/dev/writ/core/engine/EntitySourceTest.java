package dev.writ.core.engine;

import static dev.writ.core.engine.SetBuilder.member;
import static dev.writ.core.engine.SetBuilder.principal;
import static dev.writ.core.engine.SetBuilder.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.core.decision.Decision;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Quorum;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityChanges;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import dev.writ.core.model.Type;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Entities that an engine does not hold, and sources of any kind. */
class EntitySourceTest {

  private static final EntityId ANN = EntityId.of("User", "ann");
  private static final EntityId DOC = EntityId.of("Doc", "1");
  private static final Request READ = Request.of(ANN, "read", DOC);

  /** Who is in the team that owns the document may read it. */
  private static final PolicySet POLICIES =
      new SetBuilder()
          .entity("Team")
          .human("User")
          .entity("Doc", required("team", Type.EntityType.of("Team")))
          .action("read", "User", "Doc")
          .permit(
              "p",
              "read",
              new Expr.InEntities(principal(), List.of(member(Expr.Root.RESOURCE, "team"))))
          .build();

  /** Tells what it knows, and keeps what it was asked. */
  private static final class Directory implements EntitySource {
    private final Map<EntityId, Entity> entities = new HashMap<>();
    private final List<Set<EntityId>> asked = new ArrayList<>();

    Directory(Entity... all) {
      Arrays.stream(all).forEach(entity -> entities.put(entity.uid(), entity));
    }

    @Override
    public Collection<Entity> load(Set<EntityId> ids) {
      asked.add(new TreeSet<>(ids));
      return ids.stream().map(entities::get).filter(Objects::nonNull).toList();
    }
  }

  private static EntityId team(String id) {
    return EntityId.of("Team", id);
  }

  private static Directory directory() {
    return new Directory(
        Entity.of(ANN).in(team("sre")),
        Entity.of(DOC).with("team", "eng"),
        Entity.of(team("sre")).in(team("eng")),
        Entity.of(team("eng")),
        Entity.of(team("far")));
  }

  private static EngineBuilder engine(EntitySource source) {
    return PolicyEngine.builder(POLICIES).clock(Fakes.CLOCK).entitySource(source);
  }

  @Test
  void decide_asksLevelByLevel_forWhatIsReadAlone() {
    Directory directory = directory();
    try (PolicyEngine engine = engine(directory).build()) {
      assertThat(engine.decide(READ).permitted()).isTrue();
      assertThat(directory.asked)
          .containsExactly(Set.of(ANN, DOC), Set.of(team("sre")), Set.of(team("eng")));
    }
  }

  @Test
  void everyWayToAsk_readsTheSource() {
    try (PolicyEngine engine = engine(directory()).build()) {
      assertThat(engine.authorize(READ).permitted()).isTrue();
      assertThat(engine.decideAsync(READ, Runnable::run).toCompletableFuture().join().permitted())
          .isTrue();
      assertThat(
              engine.authorizeAsync(READ, Runnable::run).toCompletableFuture().join().permitted())
          .isTrue();
      assertThat(engine.filter(ANN, "read", List.of(DOC, EntityId.of("Doc", "2"))))
          .containsExactly(DOC);
      assertThat(engine.couldEverPermit(ANN, "read")).isTrue();
      assertThat(engine.couldEverPermit(EntityId.of("User", "nobody"), "read")).isFalse();
    }
  }

  @Test
  void decide_ofStoredEntities_doesNotAskForThem() {
    Directory directory = directory();
    directory.entities.put(ANN, Entity.of(ANN));
    try (PolicyEngine engine =
        engine(directory)
            .entities(Entities.of(Entity.of(ANN).in(team("sre")), Entity.of(team("sre"))))
            .build()) {
      assertThat(engine.decide(READ).verdict().reason()).isEqualTo(ReasonCode.NO_PERMIT);
      assertThat(directory.asked).containsExactly(Set.of(DOC));
      engine.updateEntities(EntityChanges.of(Entity.of(team("sre")).in(team("eng"))));
      assertThat(engine.decide(READ).permitted()).isTrue();
    }
  }

  @Test
  void decide_whatWasLoaded_isReadAnewByTheNext() {
    Directory directory = directory();
    try (PolicyEngine engine = engine(directory).build()) {
      Decision first = engine.decide(READ);
      directory.entities.put(ANN, Entity.of(ANN));
      Decision second = engine.decide(READ);
      assertThat(first.permitted()).isTrue();
      assertThat(second.permitted()).isFalse();
      assertThat(second.entityVersion()).isNotEqualTo(first.entityVersion());
    }
  }

  @Test
  void decide_ofEntitiesNobodyKnows_deniesAsWithoutSource() {
    try (PolicyEngine engine = engine(new Directory()).build()) {
      assertThat(engine.decide(READ).verdict().reason()).isEqualTo(ReasonCode.INVALID_REQUEST);
      assertThat(engine.decide(Request.of(EntityId.of("Robot", "r"), "read", DOC)).permitted())
          .isFalse();
    }
  }

  @Test
  void decide_ofBrokenOrCyclicEntities_denies() {
    Directory directory = directory();
    directory.entities.put(team("eng"), Entity.of(team("eng")).in(team("sre")));
    try (PolicyEngine engine = engine(directory).build()) {
      assertThat(engine.decide(READ).verdict().errors())
          .extracting("kind")
          .containsExactly("hierarchy_cycle");
      directory.entities.put(ANN, Entity.of(ANN).with("age", 7));
      assertThat(engine.decide(READ).verdict().reason()).isEqualTo(ReasonCode.INVALID_REQUEST);
    }
  }

  private static Collection<Entity> fail(Exception e) throws Exception {
    throw e;
  }

  @SuppressWarnings("NullAway") // what a source should not answer
  static List<Object[]> faults() {
    Entity ann = Entity.of(ANN);
    return List.of(
        fault(ids -> fail(new IOException("secret")), "the source failed: java.io.IOException"),
        fault(
            ids -> {
              throw new StackOverflowError();
            },
            "the source failed: java.lang.StackOverflowError"),
        fault(ids -> null, "the source failed: java.lang.NullPointerException"),
        fault(ids -> Arrays.asList(ann, null), "the source failed: java.lang.NullPointerException"),
        fault(ids -> List.of(ann, ann), "the source told `User::\"ann\"` twice"),
        fault(
            ids -> List.of(Entity.of("User", "eve")),
            "the source told `User::\"eve\"`, which it was not asked for"),
        fault(
            ids -> List.of(Entity.of("Robot", "r")),
            "the source told `Robot::\"r\"`, which it was not asked for"));
  }

  private static Object[] fault(EntitySource source, String message) {
    return new Object[] {source, message};
  }

  @ParameterizedTest
  @MethodSource("faults")
  void source_thatDoesNotTellAsItShould_isADenial(EntitySource source, String message) {
    try (PolicyEngine engine = engine(source).build()) {
      for (Decision decision : List.of(engine.decide(READ), engine.authorize(READ))) {
        assertThat(decision.verdict().reason()).isEqualTo(ReasonCode.UNAVAILABLE);
        assertThat(decision.verdict().errors())
            .singleElement()
            .satisfies(error -> assertThat(error.detail()).isEqualTo(message));
        assertThat(decision.agentMessage()).doesNotContain("source", "eve");
      }
      assertThat(engine.couldEverPermit(ANN, "read")).isTrue();
    }
  }

  @Test
  void source_thatIsInterrupted_leavesTheThreadSo() {
    try (PolicyEngine engine = engine(ids -> fail(new InterruptedException())).build()) {
      assertThat(engine.decide(READ).verdict().reason()).isEqualTo(ReasonCode.UNAVAILABLE);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void decide_beyondTheBounds_denies() {
    try (PolicyEngine rounds = engine(directory()).entitySource(directory(), 2, 10).build();
        PolicyEngine many = engine(directory()).entitySource(directory(), 9, 3).build();
        PolicyEngine enough = engine(directory()).entitySource(directory(), 3, 4).build()) {
      assertThat(rounds.decide(READ).verdict().errors())
          .extracting("detail")
          .containsExactly("the source would be asked more than 2 times");
      assertThat(many.decide(READ).verdict().errors())
          .extracting("detail")
          .containsExactly("more than 3 entities would be loaded");
      assertThat(enough.decide(READ).permitted()).isTrue();
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine(directory()).entitySource(ids -> List.of(), 0, 1));
  }

  @Test
  void decideAsync_onAnExecutorThatRefuses_denies() {
    try (PolicyEngine engine = engine(directory()).build()) {
      Decision decision =
          engine
              .decideAsync(
                  READ,
                  task -> {
                    throw new RejectedExecutionException();
                  })
              .toCompletableFuture()
              .join();
      assertThat(decision.verdict().reason()).isEqualTo(ReasonCode.UNAVAILABLE);
    }
  }

  @Test
  void entityPaths_ofTheSet_areListed() {
    try (PolicyEngine engine = engine(directory()).build()) {
      assertThat(engine.entityPaths("read", "User", "Doc"))
          .extracting(Object::toString)
          .contains("principal: ancestors", "resource: team");
      assertThat(engine.entityPaths("write", "User", "Doc")).isEmpty();
      assertThat(engine.entityPaths("read", "Doc", "Doc")).isEmpty();
    }
  }

  @Test
  void build_whereEverybodyMustBeLookedThrough_isRefused() {
    Approval excluding =
        new Approval(
            "a",
            "",
            Approval.Kind.APPROVAL,
            List.of(
                new Approval.ApprovalCase(
                    new TreeSet<>(List.of(new Slot("read", "User", "Doc"))),
                    Expr.yes(),
                    new Quorum(
                        true,
                        List.of(
                            new Quorum.Clause(1, SetBuilder.names("User"), null, null, 0, null))),
                    List.of(
                        new Approval.Exclusion(new Expr.Const(team("sre")), true, Expr.yes())))),
            SetBuilder.names(),
            1,
            1,
            1,
            false,
            0,
            List.of());
    PolicySet set =
        new SetBuilder()
            .entity("Team")
            .person("User", "email")
            .entity("Doc")
            .action("read", "User", "Doc")
            .approval(excluding)
            .build();
    EngineBuilder builder = PolicyEngine.builder(set).clock(Fakes.CLOCK).entitySource(directory());
    assertThatThrownBy(builder::build)
        .isInstanceOf(PolicyLoadException.class)
        .hasMessageContaining("with a source nobody can tell which entities a voter has");
  }
}
