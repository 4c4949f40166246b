package dev.writ.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of a store, and hierarchies that are deep, wide or go round. */
class EntityChangesTest {

  private static final EntityId ANN = EntityId.of("ops.User", "ann");

  private static EntityId team(String id) {
    return EntityId.of("ops.Team", id);
  }

  private static Entity teamIn(String id, String... parents) {
    Entity team = Entity.of(team(id));
    for (String parent : parents) {
      team = team.in(team(parent));
    }
    return team;
  }

  private static EntityStore bind(List<Entity> entities) {
    List<Entity> all = new ArrayList<>(entities);
    all.add(Entity.of("Region", "eu").with("name", "Europe"));
    return EntityStore.bind(TestSchema.SCHEMA, Entities.of(all));
  }

  private static EntityStore with(EntityStore store, Entity... entities) {
    return store.with(EntityChanges.of(entities));
  }

  private static int ancestors(EntityStore store, EntityId id) {
    return store.ancestors(id).<Integer>fold(Set::size, problem -> -1);
  }

  @Test
  void changes_oneEntityTwice_areRefused() {
    Entity ann = Entity.of(ANN);
    String message = "entity `ops.User::\"ann\"` stands twice: leave one out";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EntityChanges.of(ann, ann))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EntityChanges.of(ann).without(ANN))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EntityChanges.removing(ANN, ANN))
        .withMessage(message);
    assertThat(EntityChanges.NONE.put()).isEmpty();
    assertThat(EntityChanges.of(ann).version("v2").version()).isEqualTo("v2");
  }

  @Test
  void with_shortType_replacesWhatWasToldByTheFullOne() {
    EntityStore store = bind(List.of(Entity.of(ANN).with("oncall", true)));
    EntityStore changed = with(store, Entity.of("User", "ann").with("oncall", false));
    assertThat(changed.problems()).isEmpty();
    assertThat(changed.attributes(ANN).toString()).contains("false");
    assertThat(changed.with(EntityChanges.removing(EntityId.of("User", "ann"))).isKnown(ANN))
        .isFalse();
    assertThat(store.attributes(ANN).toString()).contains("true");
  }

  @Test
  void with_noChanges_answersTheSame() {
    EntityStore store = bind(List.of(Entity.of(ANN), teamIn("a")));
    EntityStore same = store.with(EntityChanges.NONE);
    assertThat(same.version()).isEqualTo(store.version());
    assertThat(same.hierarchy()).isSameAs(store.hierarchy());
    assertThat(same.node(ANN)).isSameAs(store.node(ANN));
    assertThat(store.with(EntityChanges.removing(team("none"))).ids()).isEqualTo(store.ids());
  }

  @Test
  void version_givenWithChanges_isKept_andNextIsAHash() {
    EntityStore store = bind(List.of(Entity.of(ANN)));
    EntityStore named = store.with(EntityChanges.of(teamIn("a")).version("v2"));
    assertThat(named.version()).isEqualTo("v2");
    assertThat(named.in(TestSchema.SCHEMA).version()).isEqualTo("v2");
    assertThat(with(named, teamIn("b")).version())
        .isEqualTo(bind(List.of(Entity.of(ANN), teamIn("a"), teamIn("b"))).version());
  }

  @Test
  void hierarchy_isKept_unlessAGroupMoves() {
    EntityStore store =
        bind(List.of(Entity.of(ANN).in(team("a")), teamIn("a", "b"), teamIn("b"), teamIn("c")));
    Object hierarchy = store.hierarchy();
    assertThat(with(store, Entity.of(ANN).with("oncall", true)).hierarchy()).isSameAs(hierarchy);
    assertThat(with(store, Entity.of(ANN).in(team("c"))).hierarchy()).isSameAs(hierarchy);
    assertThat(with(store, teamIn("new", "a")).hierarchy()).isSameAs(hierarchy);
    assertThat(store.with(EntityChanges.removing(team("c"))).hierarchy()).isSameAs(hierarchy);
    assertThat(with(store, teamIn("a", "c")).hierarchy()).isNotSameAs(hierarchy);
    assertThat(with(store, teamIn("b").with("size", 1)).hierarchy()).isNotSameAs(hierarchy);
    assertThat(store.with(EntityChanges.removing(team("b"))).hierarchy()).isNotSameAs(hierarchy);
    EntityStore gap = store.with(EntityChanges.removing(team("b")));
    assertThat(with(gap, teamIn("b")).hierarchy()).isNotSameAs(gap.hierarchy());
  }

  @Test
  void hierarchy_withEntitiesOfARequest_isItsOwnWhereTheyFillAGap() throws Exception {
    EntityId gap = EntityId.of("Note", "gap");
    EntityStore store = bind(List.of(Entity.of("Note", "n").with("text", "x").in(gap)));
    Entity beside = Entity.of("Note", "beside").with("text", "x");
    Entity filler = Entity.of(gap).with("text", "x");
    assertThat(store.withInline(List.of(beside), "e").hierarchy()).isSameAs(store.hierarchy());
    EntityStore filled = store.withInline(List.of(filler), "e");
    assertThat(filled.hierarchy()).isNotSameAs(store.hierarchy());
    assertThat(ancestors(filled, EntityId.of("ops.Note", "n"))).isEqualTo(2);
    assertThat(ancestors(store, EntityId.of("ops.Note", "n"))).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 1_000})
  void with_aCycleOfAnyLength_marksAllOnIt_andUnmarksThem(int length) {
    List<Entity> chain =
        new ArrayList<>(
            IntStream.range(1, length).mapToObj(i -> teamIn("t" + i, "t" + (i - 1))).toList());
    chain.add(teamIn("t0"));
    chain.add(Entity.of(ANN).in(team("t" + (length - 1))));
    EntityStore open = bind(chain);
    EntityChanges closing = EntityChanges.of(teamIn("t0", "t" + (length - 1)));
    EntityStore closed = open.with(closing);
    assertThat(closed.problems()).hasSize(length);
    assertThat(closed.problems(closing))
        .singleElement()
        .satisfies(problem -> assertThat(problem.detail()).contains("is in itself, through"));
    assertThat(ancestors(closed, ANN)).isEqualTo(-1);
    assertThat(ancestors(open, ANN)).isEqualTo(length + 1);
    EntityStore again = with(closed, teamIn("t0"));
    assertThat(again.problems()).isEmpty();
    assertThat(again.version()).isEqualTo(open.version());
    assertThat(ancestors(again, ANN)).isEqualTo(length + 1);
  }

  @Test
  void with_deepAndWideHierarchies_movesWhatIsBelow() {
    List<Entity> entities =
        new ArrayList<>(
            IntStream.range(1, 1_000).mapToObj(i -> teamIn("d" + i, "d" + (i - 1))).toList());
    entities.add(teamIn("d0"));
    entities.add(teamIn("top"));
    IntStream.range(0, 100_000)
        .forEach(i -> entities.add(Entity.of("ops.User", "u" + i).in(team("d999"))));
    EntityStore store = bind(entities);
    EntityId user = EntityId.of("ops.User", "u77777");
    assertThat(ancestors(store, user)).isEqualTo(1_001);
    EntityStore moved = with(store, teamIn("d0", "top"));
    assertThat(ancestors(moved, user)).isEqualTo(1_002);
    assertThat(ancestors(store, user)).isEqualTo(1_001);
    assertThat(moved.node(user)).isSameAs(store.node(user));
  }

  @Test
  void with_tenThousandGroups_isTheMost() {
    List<Entity> teams =
        new ArrayList<>(IntStream.range(0, 10_001).mapToObj(i -> teamIn("t" + i)).toList());
    EntityStore store = bind(teams);
    Entity ann = Entity.of(ANN);
    EntityId[] groups = teams.stream().map(Entity::uid).toArray(EntityId[]::new);
    EntityStore most = with(store, ann.in(Arrays.copyOf(groups, 10_000)));
    assertThat(ancestors(most, ANN)).isEqualTo(10_001);
    assertThat(with(store, ann.in(groups)).ancestors(ANN).toString())
        .contains("has more than 10000 ancestors");
    assertThat(ancestors(with(most, ann), ANN)).isEqualTo(1);
  }

  @Test
  void with_idsThatAllCollideAndAreLong_areToldApart() {
    String longest = "x".repeat((64 << 10) - 40);
    List<Entity> entities = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      StringBuilder id = new StringBuilder(longest);
      for (int bit = 0; bit < 5; bit++) {
        id.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      entities.add(Entity.of("ops.User", id.toString()).with("oncall", i == 7));
    }
    assertThat(entities.stream().map(e -> e.uid().hashCode()).distinct()).hasSize(1);
    EntityStore store = bind(entities.subList(0, 16));
    EntityStore all = store.with(EntityChanges.of(entities.subList(16, 32)));
    for (Entity entity : entities) {
      assertThat(all.attributes(entity.uid()).toString())
          .contains(entity.equals(entities.get(7)) ? "true" : "false");
    }
    EntityStore without = all.with(EntityChanges.removing(entities.get(7).uid()));
    assertThat(without.isKnown(entities.get(7).uid())).isFalse();
    assertThat(without.isKnown(entities.get(8).uid())).isTrue();
  }
}
