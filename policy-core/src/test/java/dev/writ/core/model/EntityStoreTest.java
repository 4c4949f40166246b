package dev.writ.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EntityStoreTest {

  private static final EntityId ANN = EntityId.of("ops.User", "ann");
  private static final EntityId SRE = EntityId.of("ops.Team", "sre");
  private static final EntityId ENGINEERING = EntityId.of("ops.Team", "engineering");
  private static final EntityId NOTE = EntityId.of("ops.Note", "n");

  private static EntityStore bind(Entity... entities) {
    List<Entity> all = new ArrayList<>(List.of(entities));
    all.add(Entity.of("Region", "eu").with("name", "Europe"));
    return EntityStore.bind(TestSchema.SCHEMA, Entities.of(all));
  }

  private static Entity ann() {
    return Entity.of("User", "ann").with("oncall", true).in(EntityId.of("Team", "sre"));
  }

  private static Entity team(String id, String... parents) {
    Entity team = Entity.of("ops.Team", id);
    for (String parent : parents) {
      team = team.in(EntityId.of("Team", parent));
    }
    return team;
  }

  private static String attributes(EntityStore store, EntityId id) {
    return store
        .attributes(id)
        .fold(known -> ValueJson.toJson(known).toString(), EntityStoreTest::text);
  }

  private static String ancestors(EntityStore store, EntityId id) {
    return store
        .ancestors(id)
        .fold(known -> known.stream().map(EntityId::id).toList().toString(), EntityStoreTest::text);
  }

  private static String text(EntityProblem problem) {
    return problem.kind().word() + ": " + problem.detail();
  }

  @Test
  void attributes_ofKnownEntity_areTyped() {
    EntityStore store = bind(ann(), team("sre"));
    assertThat(store.isKnown(ANN)).isTrue();
    assertThat(store.attributes(ANN))
        .isEqualTo(new EntityAnswer.Known<>(RecordValue.of(Map.of("oncall", BoolValue.TRUE))));
    assertThat(store.parents(ANN)).containsExactly(SRE);
    assertThat(store.problems()).isEmpty();
  }

  @Test
  void attributes_ofUnknownEntity_failAsUnknown() {
    EntityStore store = bind();
    assertThat(store.isKnown(ANN)).isFalse();
    assertThat(attributes(store, ANN))
        .isEqualTo("unknown_entity: entity `ops.User::\"ann\"` is not known");
    assertThat(ancestors(store, ANN))
        .isEqualTo("unknown_entity: entity `ops.User::\"ann\"` is not known");
    assertThat(store.parents(ANN)).isEmpty();
  }

  @Test
  void attributes_askedByShortType_areUnknown() {
    assertThat(bind(ann()).isKnown(EntityId.of("User", "ann"))).isFalse();
  }

  static List<Object[]> broken() {
    EntityId team = EntityId.of("Team", "sre");
    return List.of(
        new Object[] {Entity.of("Robot", "r"), "uid.type: no entity type `Robot` is declared"},
        new Object[] {
          Entity.of("Page", "p"),
          "uid.type: `Page` means several: write one of `docs.Page`, `ops.Page`"
        },
        new Object[] {
          Entity.of("Agent", "bot"), "attrs.owner: missing: a value of ops.User is needed"
        },
        new Object[] {
          Entity.of("User", "ann").with("oncall", "yes"),
          "attrs.oncall: a value of Bool is needed, found a string"
        },
        new Object[] {
          Entity.of("User", "ann").with("on_call", true),
          "attrs.on_call: not declared: the fields are `oncall`"
        },
        new Object[] {
          Entity.of("Agent", "bot").with("owner", "ann").with("key", "hunter2"),
          "attrs.key: not a value of Path within its limits"
        },
        new Object[] {
          Entity.of("System", "s").in(team),
          "parents: an entity of `ops.System` is not in one of `ops.Team`: it has no parents"
        },
        new Object[] {
          Entity.of("User", "ann").in(EntityId.of("System", "s")),
          "parents: an entity of `ops.User` is not in one of `ops.System`, only in `ops.Team`"
        },
        new Object[] {
          Entity.of("User", "ann").in(EntityId.of("Robot", "r")),
          "parents: no entity type `Robot` is declared"
        },
        new Object[] {
          Entity.of("Application", "web"), "uid.id: `web` is not one of `api`, `console`"
        });
  }

  @ParameterizedTest
  @MethodSource("broken")
  void attributes_ofBrokenEntity_failWithHow(Entity entity, String reason) {
    EntityStore store = bind(entity);
    assertThat(store.problems()).hasSize(1);
    EntityProblem problem = store.problems().get(0);
    assertThat(problem.kind()).isEqualTo(EntityProblem.Kind.BROKEN);
    assertThat(problem.detail())
        .isEqualTo("entity `" + problem.entity() + "` breaks the schema: " + reason);
    assertThat(store.isKnown(problem.entity())).isFalse();
    assertThat(attributes(store, problem.entity())).isEqualTo(text(problem));
    assertThat(ancestors(store, problem.entity())).isEqualTo(text(problem));
  }

  @Test
  void bind_sameEntityByShortAndFullType_isBroken() {
    EntityStore store = bind(ann(), Entity.of("ops.User", "ann"));
    assertThat(attributes(store, ANN))
        .isEqualTo(
            "broken_entity: entity `ops.User::\"ann\"` breaks the schema: it is told twice, by a"
                + " short type and by a full one");
  }

  @Test
  void bind_oneBroken_leavesOthersKnown() {
    EntityStore store = bind(ann(), team("sre"), Entity.of("Agent", "bot"));
    assertThat(store.isKnown(ANN)).isTrue();
    assertThat(store.problems()).extracting(p -> p.entity().id()).containsExactly("bot");
  }

  @Test
  void closedType_idsOfItAreAlwaysKnown_othersNever() {
    EntityId europe = EntityId.of("ops.Region", "eu");
    EntityStore store = EntityStore.bind(TestSchema.SCHEMA, Entities.NONE);
    assertThat(store.isKnown(EntityId.of("ops.Application", "console"))).isTrue();
    assertThat(attributes(store, EntityId.of("ops.Application", "web")))
        .startsWith("unknown_entity");
    assertThat(attributes(store, europe))
        .isEqualTo(
            "broken_entity: entity `ops.Region::\"eu\"` breaks the schema: attrs.name: missing: a"
                + " value of String is needed");
    assertThat(bind().isKnown(europe)).isTrue();
    assertThat(bind().problems()).isEmpty();
  }

  @Test
  void ancestors_areReflexiveAndTransitive() {
    EntityStore store =
        bind(
            ann(),
            team("sre", "engineering", "oncall"),
            team("engineering", "all"),
            team("oncall", "all"),
            team("all"));
    assertThat(ancestors(store, ANN)).isEqualTo("[ann, sre, engineering, all, oncall]");
    assertThat(ancestors(store, SRE)).isEqualTo("[sre, engineering, all, oncall]");
    assertThat(ancestors(store, EntityId.of("ops.Team", "all"))).isEqualTo("[all]");
    assertThat(ancestors(store, ANN)).isEqualTo("[ann, sre, engineering, all, oncall]");
  }

  @Test
  void ancestors_throughUnknownOrBroken_fail() {
    assertThat(ancestors(bind(ann()), ANN))
        .isEqualTo(
            "unknown_entity: entity `ops.Team::\"sre\"`, which `ops.User::\"ann\"` is in, is not"
                + " known");
    assertThat(ancestors(bind(ann(), team("sre", "engineering")), ANN))
        .isEqualTo(
            "unknown_entity: entity `ops.Team::\"engineering\"`, which `ops.Team::\"sre\"` is in,"
                + " is not known");
    assertThat(ancestors(bind(ann(), team("sre").with("size", 1)), ANN))
        .isEqualTo(
            "broken_entity: entity `ops.Team::\"sre\"` breaks the schema: attrs.size: no field is"
                + " declared here");
  }

  @Test
  void ancestors_onOrBelowACycle_fail() {
    EntityStore store =
        bind(ann(), team("sre", "a"), team("a", "b"), team("b", "c"), team("c", "a"));
    String cycle =
        "hierarchy_cycle: entity `ops.Team::\"a\"` is in itself, through `ops.Team::\"a\"`,"
            + " `ops.Team::\"b\"`, `ops.Team::\"c\"`";
    assertThat(ancestors(store, ANN)).isEqualTo(cycle);
    assertThat(ancestors(store, SRE)).isEqualTo(cycle);
    assertThat(ancestors(store, EntityId.of("ops.Team", "a"))).startsWith("hierarchy_cycle: ");
    assertThat(ancestors(bind(team("x", "x")), EntityId.of("ops.Team", "x")))
        .isEqualTo(
            "hierarchy_cycle: entity `ops.Team::\"x\"` is in itself, through `ops.Team::\"x\"`");
  }

  @Test
  void attributes_onACycle_fail_andBelowItAreRead() {
    EntityStore store =
        bind(
            ann(),
            team("sre", "a"),
            team("a", "b"),
            team("b", "c"),
            team("c", "a", "top"),
            team("top"));

    assertThat(store.problems())
        .extracting(problem -> problem.entity().id())
        .containsExactly("a", "b", "c");
    assertThat(store.isKnown(EntityId.of("ops.Team", "b"))).isFalse();
    assertThat(store.isKnown(SRE)).isTrue();
    assertThat(store.isKnown(EntityId.of("ops.Team", "top"))).isTrue();
    assertThat(ancestors(store, EntityId.of("ops.Team", "top"))).isEqualTo("[top]");
  }

  @Test
  void cycles_thatShareNothing_areFoundApart() {
    EntityStore store =
        bind(team("a", "b"), team("b", "a"), team("x", "x"), team("y", "x"), team("z", "b", "y"));

    assertThat(store.problems())
        .extracting(EntityProblem::detail)
        .containsExactly(
            "entity `ops.Team::\"a\"` is in itself, through `ops.Team::\"a\"`, `ops.Team::\"b\"`",
            "entity `ops.Team::\"b\"` is in itself, through `ops.Team::\"a\"`, `ops.Team::\"b\"`",
            "entity `ops.Team::\"x\"` is in itself, through `ops.Team::\"x\"`");
  }

  @Test
  void ancestors_diamond_isNoCycle() {
    EntityStore store = bind(team("d", "b", "c"), team("b", "a"), team("c", "a", "b"), team("a"));
    assertThat(ancestors(store, EntityId.of("ops.Team", "d"))).isEqualTo("[d, b, a, c]");
  }

  @Test
  void ancestors_beyondTheLimit_fail() {
    DataLimits three = new DataLimits(100, 10, 3, 3, 8);
    Entities chain =
        Entities.of(team("a", "b"), team("b", "c"), team("c", "d"), team("d", "e"), team("e"));
    EntityStore store = EntityStore.bind(TestSchema.SCHEMA, chain, three, null);
    assertThat(ancestors(store, EntityId.of("ops.Team", "b"))).isEqualTo("[b, c, d, e]");
    assertThat(ancestors(store, EntityId.of("ops.Team", "a")))
        .isEqualTo("too_many_ancestors: entity `ops.Team::\"a\"` has more than 3 ancestors");
    Entities wide =
        Entities.of(team("w", "1", "2", "3", "4"), team("1"), team("2"), team("3"), team("4"));
    assertThat(
            ancestors(
                EntityStore.bind(TestSchema.SCHEMA, wide, three, null),
                EntityId.of("ops.Team", "w")))
        .isEqualTo("too_many_ancestors: entity `ops.Team::\"w\"` has more than 3 ancestors");
  }

  @Test
  void ancestors_aChainOf10000_areFoundWithoutRecursion() {
    List<Entity> teams =
        new ArrayList<>(
            IntStream.range(0, 10_000).mapToObj(i -> team("t" + i, "t" + (i + 1))).toList());
    teams.add(team("t10000"));
    EntityStore store = EntityStore.bind(TestSchema.SCHEMA, Entities.of(teams));
    EntityId bottom = EntityId.of("ops.Team", "t0");
    assertThat(store.ancestors(bottom).<Integer>fold(Set::size, problem -> -1)).isEqualTo(10_001);
    teams.add(team("below", "t0"));
    assertThat(
            ancestors(
                EntityStore.bind(TestSchema.SCHEMA, Entities.of(teams)),
                EntityId.of("ops.Team", "below")))
        .startsWith("too_many_ancestors");
  }

  @Test
  void withInline_ofInlineType_isKnownInTheNewStoreAlone() throws Exception {
    EntityStore store = bind(Entity.of("System", "pay"));
    Entity note = Entity.of("Note", "n").with("text", "x").in(EntityId.of("System", "pay"));
    EntityStore with = store.withInline(List.of(note), "entities");
    assertThat(with.isKnown(NOTE)).isTrue();
    assertThat(ancestors(with, NOTE)).isEqualTo("[n, pay]");
    assertThat(store.isKnown(NOTE)).isFalse();
    assertThat(with.version()).isEqualTo(store.version());
    assertThat(store.withInline(List.of(), "entities")).isSameAs(store);
  }

  @Test
  void withInline_ofStoredEntity_doesNotOverride() throws Exception {
    EntityStore store = bind(Entity.of("Note", "n").with("text", "stored"));
    EntityStore with =
        store.withInline(List.of(Entity.of("Note", "n").with("text", "told")), "entities");
    assertThat(attributes(with, NOTE)).contains("stored");
    EntityStore broken =
        bind(Entity.of("Note", "n"))
            .withInline(List.of(Entity.of("Note", "n").with("text", "told")), "entities");
    assertThat(attributes(broken, NOTE)).startsWith("broken_entity");
  }

  @Test
  void withInline_parentOfAStoredEntity_fillsTheGapForThisRequestAlone() throws Exception {
    EntityId child = EntityId.of("ops.Note", "child");
    EntityStore store =
        bind(Entity.of("Note", "child").with("text", "x").in(EntityId.of("Note", "n")));
    assertThat(ancestors(store, child)).startsWith("unknown_entity");
    EntityStore with =
        store.withInline(List.of(Entity.of("Note", "n").with("text", "y")), "entities");
    assertThat(ancestors(with, child)).isEqualTo("[child, n]");
    assertThat(ancestors(store, child)).startsWith("unknown_entity");
  }

  @Test
  void withInline_chainThroughStoredAndInline_isWalkedWhole() throws Exception {
    EntityStore store =
        bind(
            Entity.of("Note", "a").with("text", "x").in(EntityId.of("Note", "b")),
            Entity.of("Note", "b").with("text", "x").in(EntityId.of("Note", "c")));
    EntityStore with =
        store.withInline(
            List.of(Entity.of("Note", "c").with("text", "x").in(EntityId.of("Note", "a"))),
            "entities");
    assertThat(ancestors(with, EntityId.of("ops.Note", "a"))).startsWith("hierarchy_cycle");
    assertThat(attributes(with, EntityId.of("ops.Note", "c"))).startsWith("hierarchy_cycle");
    assertThat(attributes(with, EntityId.of("ops.Note", "a"))).contains("x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "User|x|entities[0].uid.type: a request may not bring `ops.User`: it is not declared inline",
        "Robot|x|entities[0].uid.type: no entity type `Robot` is declared",
        "Note|x|entities[0].attrs.text: missing: a value of String is needed",
      })
  void withInline_thatDoesNotCount_isRefused(String type, String id, String message) {
    InvalidValueException refused =
        catchThrowableOfType(
            InvalidValueException.class,
            () -> bind().withInline(List.of(Entity.of(type, id)), "entities"));
    assertThat(refused).hasMessage(message);
  }

  @Test
  void withInline_oneTwice_isRefused() {
    Entity note = Entity.of("Note", "n").with("text", "x");
    Entity again = Entity.of("ops.Note", "n").with("text", "y");
    InvalidValueException refused =
        catchThrowableOfType(
            InvalidValueException.class, () -> bind().withInline(List.of(note, again), "entities"));
    assertThat(refused).hasMessage("entities[1]: `ops.Note::\"n\"` stands twice: leave one out");
  }

  @Test
  void version_dependsOnContentNotOnOrder() {
    List<Entity> entities = new ArrayList<>(List.of(ann(), team("sre", "all"), team("all")));
    String version = EntityStore.bind(TestSchema.SCHEMA, Entities.of(entities)).version();
    assertThat(version).matches("sha256:[0-9a-f]{64}");
    Collections.reverse(entities);
    assertThat(EntityStore.bind(TestSchema.SCHEMA, Entities.of(entities)).version())
        .isEqualTo(version);
    entities.set(0, team("all").in(ENGINEERING));
    assertThat(EntityStore.bind(TestSchema.SCHEMA, Entities.of(entities)).version())
        .isNotEqualTo(version);
  }

  @Test
  void version_given_isKept() {
    EntityStore store =
        EntityStore.bind(TestSchema.SCHEMA, Entities.NONE, DataLimits.DEFAULT, "v7");
    assertThat(store.version()).isEqualTo("v7");
  }

  @Test
  void bind_manyEntities_answersForEach() {
    List<Entity> entities = new ArrayList<>();
    entities.add(team("all"));
    for (int i = 0; i < 100; i++) {
      entities.add(team("t" + i, "all"));
    }
    for (int i = 0; i < 50_000; i++) {
      entities.add(Entity.of("User", "u" + i).in(EntityId.of("Team", "t" + i % 100)));
    }
    EntityStore store = EntityStore.bind(TestSchema.SCHEMA, Entities.of(entities));
    assertThat(store.ids()).hasSize(50_101 + 3);
    for (int i = 0; i < 50_000; i++) {
      EntityId user = EntityId.of("ops.User", "u" + i);
      assertThat(store.ancestors(user).<Boolean>fold(all -> all.size() == 3, p -> false)).isTrue();
    }
  }
}
