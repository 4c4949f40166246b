package dev.writ.bench.row;

import dev.writ.bench.measure.Pair;
import dev.writ.bench.measure.Trial;
import dev.writ.bench.scenario.Decider;
import dev.writ.bench.scenario.Policies;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.decision.Effect;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.PolicySetHash;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityChanges;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.InvalidRequestException;
import dev.writ.core.model.Request;
import dev.writ.core.model.RequestBinding;
import dev.writ.core.plan.Program;
import dev.writ.core.plan.Question;
import dev.writ.core.plan.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hierarchies of shapes that people do not draw: a principal in 10,000 groups, groups 1,000 deep, a
 * group of 100,000. A decision beside one of a user who is in one group; a hundred rules speak of a
 * group each, one of them of the user's last.
 */
final class HierarchyRow {
  private static final long WARM_MILLIS = 1_000;
  private static final int TURNS = 40;
  private static final double ALIKE = 2;
  private static final double CHANGED_MICROS = 1_000;
  private static final EntityId USER = EntityId.of("User", "ann");
  private static final EntityId DOC = EntityId.of("Doc", "plan");

  private final PolicySet policies;
  private final Program program;
  private final Surroundings now = new Surroundings(AuthoritySnapshot.EMPTY, 0, false, false);

  private HierarchyRow() {
    StringBuilder text =
        new StringBuilder(
            """
            entity Team in Team;
            human entity User in Team;
            entity Doc;
            action edit by User on Doc;
            """);
    for (int i = 0; i < 100; i++) {
      text.append("permit \"%d\" edit by User in Team::\"%d\" on Doc;\n".formatted(i, i));
    }
    policies = new Policies(List.of(text.toString())).compile();
    program = Program.of(policies, PolicySetHash.of(policies));
  }

  private static EntityId team(int number) {
    return EntityId.of("Team", Integer.toString(number));
  }

  static List<Figure> measure() {
    HierarchyRow row = new HierarchyRow();
    List<Figure> figures = new ArrayList<>();
    figures.addAll(row.of("a principal in 10,000 groups", inMany(10_000)));
    figures.addAll(row.of("groups 1,000 deep", deep(1_000)));
    figures.addAll(row.of("a group of 100,000", wide(100_000)));
    return figures;
  }

  private static EntityId group(int number) {
    return EntityId.of("Team", "group_" + number);
  }

  private static List<Entity> inMany(int groups) {
    List<Entity> all = new ArrayList<>(List.of(Entity.of(DOC), Entity.of(team(0))));
    List<EntityId> in = new ArrayList<>(List.of(team(0)));
    for (int i = 1; i < groups; i++) {
      all.add(Entity.of(group(i)));
      in.add(group(i));
    }
    all.add(Entity.of(USER).in(in.toArray(EntityId[]::new)));
    return all;
  }

  private static List<Entity> deep(int groups) {
    List<Entity> all = new ArrayList<>(List.of(Entity.of(DOC), Entity.of(team(0))));
    for (int i = 1; i < groups; i++) {
      all.add(Entity.of(group(i)).in(i == 1 ? team(0) : group(i - 1)));
    }
    all.add(Entity.of(USER).in(group(groups - 1)));
    return all;
  }

  private static List<Entity> wide(int members) {
    List<Entity> all = new ArrayList<>(List.of(Entity.of(DOC), Entity.of(team(0))));
    IntStream.range(1, members).forEach(i -> all.add(Entity.of("User", "user_" + i).in(team(0))));
    all.add(Entity.of(USER).in(team(0)));
    return all;
  }

  private List<Figure> of(String what, List<Entity> entities) {
    Clock clock = new Clock();
    EntityStore store = EntityStore.bind(policies.schema(), Entities.of(entities));
    double bound = clock.seconds();
    Pair pair = new Trial(decider(plain()), decider(store), 1).run(WARM_MILLIS, TURNS);
    double micros = changeMicros(store);
    return List.of(
        Figure.of(
                what + ": a decision beside one group",
                "%.2f times, %d B",
                pair.ratio(),
                pair.bytes())
            .target("at most 2 times", pair.ratio() <= ALIKE),
        Figure.of(what + ": entities made ready", "%.0f ms", bound * 1e3),
        Figure.of(what + ": one entity changed", "%.0f µs", micros)
            .target("under a millisecond", micros < CHANGED_MICROS));
  }

  private EntityStore plain() {
    return EntityStore.bind(
        policies.schema(),
        Entities.of(List.of(Entity.of(DOC), Entity.of(team(0)), Entity.of(USER).in(team(0)))));
  }

  private Decider decider(EntityStore store) {
    try {
      Question question =
          program.question(
              RequestBinding.bind(
                  policies.schema(), store, Request.of(USER, "edit", DOC), DataLimits.DEFAULT));
      if (program.decide(question, now).verdict().effect() != Effect.PERMIT) {
        throw new IllegalStateException("the user is denied");
      }
      return number -> program.decide(question, now).verdict().effect() == Effect.PERMIT;
    } catch (InvalidRequestException e) {
      throw new IllegalStateException("the request does not fit", e);
    }
  }

  /** What it takes to change a document, on average. */
  private static double changeMicros(EntityStore store) {
    int changes = 2_000;
    EntityStore changed = store;
    for (int i = 0; i < changes; i++) {
      changed = changed.with(EntityChanges.of(Entity.of(DOC)));
    }
    Clock clock = new Clock();
    for (int i = 0; i < changes; i++) {
      changed = changed.with(EntityChanges.of(Entity.of("Doc", "doc_" + i)));
    }
    return clock.seconds() * 1e6 / changes;
  }
}
