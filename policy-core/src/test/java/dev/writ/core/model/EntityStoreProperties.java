package dev.writ.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A store that was changed answers as one that was told everything from the start. */
class EntityStoreProperties {

  /** Few ancestors, so that there are too many. */
  private static final DataLimits LIMITS = new DataLimits(100, 10, 3, 4, 8);

  private static final List<String> TYPES =
      List.of(
          "Team",
          "Team",
          "ops.Team",
          "Team",
          "User",
          "ops.User",
          "Note",
          "ops.Note",
          "System",
          "Application",
          "Region",
          "ops.Region",
          "Robot",
          "Page",
          "docs.Page");

  /** Changes, each of the store that so many changes before made. */
  record Step(List<Entity> put, List<EntityId> removed, int back) {}

  private static Arbitrary<EntityId> ids(List<String> types) {
    return Combinators.combine(
            Arbitraries.of(types), Arbitraries.of("a", "b", "c", "d", "eu", "api"))
        .as(EntityId::of);
  }

  private static Arbitrary<Entity> entities() {
    Arbitrary<List<EntityId>> parents =
        ids(List.of("Team", "Team", "Team", "ops.Team", "Note", "System")).list().ofMaxSize(2);
    return Combinators.combine(
            ids(TYPES), parents, Arbitraries.integers().between(0, 9), Arbitraries.of(1, 2))
        .as(EntityStoreProperties::entity);
  }

  /** Mostly what the schema wants of its type, now and then something else. */
  private static Entity entity(EntityId id, List<EntityId> parents, int oddity, int content) {
    String type = id.type().substring(id.type().indexOf('.') + 1);
    Entity entity = Entity.of(id);
    for (EntityId parent : parents) {
      boolean fits =
          switch (type) {
            case "Note" -> List.of("Note", "System").contains(parent.type());
            case "Team", "User" -> parent.type().endsWith("Team");
            default -> oddity < 2;
          };
      entity = fits ? entity.in(parent) : entity;
    }
    return switch (type) {
      case "User" -> entity.with("oncall", oddity == 0 ? "yes" : content == 1);
      case "Note" -> oddity == 0 ? entity : entity.with("text", "t" + content);
      case "Region" -> oddity < 4 ? entity : entity.with("name", "n" + content);
      case "Team" -> oddity == 0 ? entity.with("size", content) : entity;
      default -> entity;
    };
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Step> step =
        Combinators.combine(
                entities().list().uniqueElements(Entity::uid).ofMaxSize(4),
                ids(TYPES).list().uniqueElements().ofMaxSize(2),
                Arbitraries.of(0, 0, 0, 0, 1, 2))
            .as(Step::new);
    return step.list().ofMinSize(1).ofMaxSize(12);
  }

  private static EntityChanges changes(Step step) {
    List<EntityId> put = step.put.stream().map(Entity::uid).toList();
    return EntityChanges.of(step.put)
        .without(step.removed.stream().filter(id -> !put.contains(id)).toList());
  }

  /** What was told after a step, by every id; a full type and a short one mean the same entity. */
  private static Map<EntityId, Entity> told(Map<EntityId, Entity> before, Step step) {
    Map<EntityId, Entity> told = new LinkedHashMap<>(before);
    step.removed.forEach(id -> told.keySet().removeIf(other -> name(other).equals(name(id))));
    step.put.forEach(e -> told.keySet().removeIf(other -> name(other).equals(name(e.uid()))));
    step.put.forEach(entity -> told.put(entity.uid(), entity));
    return told;
  }

  private static EntityId name(EntityId id) {
    return new EntityNaming(TestSchema.SCHEMA, LIMITS).nameOf(id);
  }

  private static EntityStore bind(Map<EntityId, Entity> told) {
    return EntityStore.bind(TestSchema.SCHEMA, Entities.of(told.values()), LIMITS, null);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void store_afterAnyChanges_answersAsOneBoundAnew(@ForAll("steps") List<Step> steps)
      throws Exception {
    List<Map<EntityId, Entity>> told = new ArrayList<>(List.of(Map.of()));
    List<EntityStore> stores = new ArrayList<>(List.of(bind(Map.of())));
    for (Step step : steps) {
      int from = Math.max(0, stores.size() - 1 - step.back);
      told.add(told(told.get(from), step));
      stores.add(stores.get(from).with(changes(step)));
      assertSame(stores.get(stores.size() - 1), bind(told.get(told.size() - 1)));
    }
    for (int i = 0; i < stores.size(); i++) {
      assertSame(stores.get(i), bind(told.get(i)));
      assertSame(stores.get(i).in(TestSchema.SCHEMA), bind(told.get(i)));
    }
    assertHierarchies(stores);
  }

  private static void assertSame(EntityStore store, EntityStore anew) throws Exception {
    assertThat(store.ids()).isEqualTo(anew.ids());
    assertThat(store.problems()).isEqualTo(anew.problems());
    assertThat(store.version()).isEqualTo(anew.version());
    assertSameAnswers(store, anew);
    List<Entity> brought =
        List.of(
            Entity.of("Note", "a").with("text", "x").in(EntityId.of("Note", "b")),
            Entity.of("Note", "b").with("text", "y").in(EntityId.of("Note", "c")));
    assertSameAnswers(store.withInline(brought, "entities"), anew.withInline(brought, "entities"));
  }

  private static void assertSameAnswers(EntityStore store, EntityStore anew) {
    for (String type : new TreeSet<>(TYPES)) {
      for (String id : List.of("a", "b", "c", "d", "eu", "api")) {
        EntityId entity = name(EntityId.of(type, id));
        assertThat(store.isKnown(entity)).isEqualTo(anew.isKnown(entity));
        assertThat(store.attributes(entity)).isEqualTo(anew.attributes(entity));
        assertThat(store.parents(entity)).isEqualTo(anew.parents(entity));
        assertThat(store.ancestors(entity)).isEqualTo(anew.ancestors(entity));
      }
    }
  }

  /** What {@link EntityStore#hierarchy} promises. */
  private static void assertHierarchies(List<EntityStore> stores) {
    for (EntityStore one : stores) {
      for (EntityStore other : stores) {
        if (one.hierarchy() == other.hierarchy()) {
          one.ids().stream()
              .filter(id -> one.node(id) == other.node(id))
              .forEach(id -> assertThat(one.ancestors(id)).isEqualTo(other.ancestors(id)));
        }
      }
    }
  }
}
