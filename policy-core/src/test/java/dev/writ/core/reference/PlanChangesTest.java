package dev.writ.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityChanges;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.plan.Program;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * One program over entities that change one by one, so that most of them, and what the program left
 * with them, are shared: its verdicts are the reference's at every step.
 */
final class PlanChangesTest {
  private static final int SETS = Integer.getInteger("changes.sets", 60);
  private static final int STEPS = 8;
  private static final List<EntityId> GROUPS =
      List.of(Realm.SRE, Realm.SEC, Realm.ENG, Realm.PAY, Exprs.id("Team", "ring1"));

  private int compared;
  private int permitted;

  @Test
  void verdict_asEntitiesChange_isTheReferences() {
    for (long seed = 1; seed <= SETS; seed++) {
      Dice dice = new Dice(new Random(seed * 17));
      List<GeneratedWorld> worlds = GeneratedWorld.wide(new Random(seed), seed % 3 == 0, 6);
      GeneratedWorld first = worlds.get(0);
      int mostByMask = seed % 2 == 0 ? 0 : 64;
      Program program = Program.of(first.policies(), first.reference().hash(), mostByMask);
      EntityStore store = Realm.store(Realm.INHABITANTS);
      for (int step = 0; step < STEPS; step++) {
        for (GeneratedWorld world : worlds) {
          check(world, program, store, "seed " + seed + " step " + step);
        }
        store = store.with(change(dice));
      }
    }
    assertThat(compared).isGreaterThan(SETS * STEPS * 4);
    assertThat(permitted).isGreaterThan(SETS);
  }

  private void check(GeneratedWorld world, Program program, EntityStore store, String where) {
    PlanComparison comparison = PlanComparison.of(world, program, store);
    if (comparison.decided() != null) {
      compared++;
      permitted += comparison.expected().verdict().rules().isEmpty() ? 0 : 1;
      assertThat(comparison.difference()).as("%s%n%s", where, comparison).isNull();
    }
  }

  private static EntityChanges change(Dice dice) {
    Entity entity = dice.of(Realm.INHABITANTS);
    if (dice.percent(10)) {
      return EntityChanges.removing(entity.uid());
    }
    if (dice.percent(40)) {
      return EntityChanges.of(changed(entity, dice));
    }
    Set<EntityId> parents = new LinkedHashSet<>(dice.some(0, 2, () -> dice.of(GROUPS)));
    return EntityChanges.of(new Entity(entity.uid(), entity.attrs(), parents));
  }

  private static Entity changed(Entity entity, Dice dice) {
    Map<String, Object> values =
        Map.of(
            "frozen", dice.percent(50),
            "oncall", dice.percent(50),
            "owner", dice.of("ann", "bo"),
            "team", dice.of("sre", "sec"),
            "person", dice.of("ann", "bo", "cy"));
    List<String> names = entity.attrs().keySet().stream().filter(values::containsKey).toList();
    String name = names.isEmpty() ? "" : dice.of(names);
    Object value = values.get(name);
    return value == null ? entity : entity.with(name, value);
  }
}
