package dev.writ.core.reference;

import static dev.writ.core.reference.Exprs.id;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.ObligationDef;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The world of the tests: people and agents in teams, services in systems.
 *
 * <p>{@code Agent bot} of {@code User ann} is in {@code Team sre}, which is in {@code Team eng};
 * {@code Service ledger} is in {@code System pay} and of team sre. {@code Agent lost} is in a team
 * that nobody knows, {@code Agent loop} in two teams on a cycle, {@code User bad} breaks the
 * schema, {@code User ghost} is not known.
 */
final class Town {
  static final EntityId BOT = id("Agent", "bot");
  static final EntityId HELPER = id("Agent", "helper");
  static final EntityId LOST = id("Agent", "lost");
  static final EntityId LOOP = id("Agent", "loop");
  static final EntityId ANN = id("User", "ann");
  static final EntityId BEA = id("User", "bea");
  static final EntityId BAD = id("User", "bad");
  static final EntityId GHOST = id("User", "ghost");
  static final EntityId SRE = id("Team", "sre");
  static final EntityId ENG = id("Team", "eng");
  static final EntityId PAY = id("System", "pay");
  static final EntityId LEDGER = id("Service", "ledger");
  static final EntityId NOWHERE = id("Service", "nowhere");

  static final Type.EnumType LEVEL =
      new Type.EnumType(
          "Level",
          true,
          List.of(
              new Type.Enumerator("low", "low"),
              new Type.Enumerator("mid", "mid"),
              new Type.Enumerator("high", "high")));
  static final Type.EnumType COLOUR =
      new Type.EnumType(
          "Colour",
          false,
          List.of(new Type.Enumerator("red", "red"), new Type.Enumerator("blue", "blue")));

  static final Schema SCHEMA =
      new Schema(
          byName(List.of(LEVEL, COLOUR), Type.EnumType::name),
          byName(
              List.of(
                  type("Team", false, List.of("Team")),
                  type("System", false, List.of()),
                  type(
                      "User",
                      true,
                      List.of("Team"),
                      field("oncall", Type.Scalar.BOOL, true),
                      secret("pin", Type.Scalar.STRING)),
                  type(
                      "Agent",
                      false,
                      List.of("Team"),
                      field("owner", Type.EntityType.of("User"), true),
                      field("quota", Type.Scalar.INT, true)),
                  type(
                      "Service",
                      false,
                      List.of("System"),
                      field("frozen", Type.Scalar.BOOL, true),
                      field("team", Type.EntityType.of("Team"), true))),
              EntityTypeDef::name),
          byName(List.of(action("read"), action("restart"), action("deploy")), ActionDef::name),
          byName(
              List.of(
                  new ObligationDef("log", List.of(field("level", Type.Scalar.STRING, false))),
                  new ObligationDef("count", List.of(field("n", Type.Scalar.INT, false)))),
              ObligationDef::name),
          new Type.RecordType(List.of(field("mfa", Type.Scalar.BOOL, true))));

  private Town() {}

  static Type.Field field(String name, Type type, boolean optional) {
    return new Type.Field(name, type, optional, false);
  }

  private static Type.Field secret(String name, Type type) {
    return new Type.Field(name, type, true, true);
  }

  private static EntityTypeDef type(
      String name, boolean human, List<String> parents, Type.Field... fields) {
    return new EntityTypeDef(
        name,
        human,
        false,
        new TreeSet<>(parents),
        null,
        null,
        new Type.RecordType(List.of(fields)));
  }

  private static ActionDef action(String name) {
    return new ActionDef(
        name,
        "",
        new TreeSet<>(List.of("Agent", "User")),
        new TreeSet<>(List.of("Service")),
        new Type.RecordType(
            List.of(
                field("why", Type.Scalar.STRING, true),
                field("amount", Type.Scalar.INT, true),
                field("price", Type.Scalar.DECIMAL, true),
                field("to", new Type.SetType(Type.Scalar.STRING, 0, 10), true),
                field("cc", new Type.SetType(Type.Scalar.STRING, 0, 10), true))),
        new Type.RecordType(List.of(field("digest", Type.Scalar.STRING, true))));
  }

  private static <T> SortedMap<String, T> byName(List<T> all, Function<T, String> name) {
    SortedMap<String, T> map = new TreeMap<>();
    all.forEach(each -> map.put(name.apply(each), each));
    return map;
  }

  /** Everybody, and these besides or instead. */
  static EntityStore store(Entity... others) {
    List<Entity> all = new ArrayList<>();
    for (Entity each : everybody()) {
      if (Arrays.stream(others).noneMatch(other -> other.uid().equals(each.uid()))) {
        all.add(each);
      }
    }
    all.addAll(List.of(others));
    return EntityStore.bind(SCHEMA, Entities.of(all));
  }

  private static List<Entity> everybody() {
    return List.of(
        entity(ENG, null),
        entity(SRE, ENG),
        entity(id("Team", "ring1"), id("Team", "ring2")),
        entity(id("Team", "ring2"), id("Team", "ring1")),
        entity(PAY, null),
        entity(ANN, SRE).with("oncall", true).with("pin", "1234"),
        entity(BEA, ENG),
        entity(BAD, SRE).with("oncall", "often"),
        entity(BOT, SRE).with("owner", "ann").with("quota", 3),
        entity(HELPER, SRE).with("owner", "bea"),
        entity(LOST, id("Team", "nobody")),
        entity(LOOP, id("Team", "ring1")),
        entity(LEDGER, PAY).with("frozen", false).with("team", "sre"));
  }

  static Entity entity(EntityId id, @Nullable EntityId parent) {
    Entity entity = Entity.of(id);
    return parent == null ? entity : entity.in(parent);
  }
}
