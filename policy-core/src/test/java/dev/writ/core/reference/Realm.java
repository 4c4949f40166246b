package dev.writ.core.reference;

import static dev.writ.core.reference.Exprs.id;
import static dev.writ.core.reference.Town.field;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityChanges;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.ObligationDef;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where generated requests play: people (ann and ann2 are one), agents, teams, services, sessions.
 * Some entities cannot be read: {@code Agent loop} is in a team on a cycle, {@code Agent lost} in
 * one that nobody knows, {@code User bad} breaks the schema.
 */
final class Realm {
  static final EntityId ANN = id("User", "ann");
  static final EntityId BO = id("User", "bo");
  static final EntityId CY = id("User", "cy");
  static final EntityId DI = id("User", "di");
  static final EntityId BAD = id("User", "bad");
  static final EntityId BOT = id("Agent", "bot");
  static final EntityId HELPER = id("Agent", "helper");
  static final EntityId LOOP = id("Agent", "loop");
  static final EntityId LOST = id("Agent", "lost");
  static final EntityId SRE = id("Team", "sre");
  static final EntityId SEC = id("Team", "sec");
  static final EntityId ENG = id("Team", "eng");
  static final EntityId PAY = id("System", "pay");
  static final EntityId LEDGER = id("Service", "ledger");
  static final EntityId LOG = id("Service", "log");

  /** Those in eng, directly or not. */
  static final List<EntityId> ENGINEERS = List.of(ANN, BO, CY, BOT, HELPER);

  static final Schema SCHEMA = schema();
  static final List<Entity> INHABITANTS = List.copyOf(inhabitants());
  static final EntityStore STORE = store(INHABITANTS);

  /**
   * The same and other versions of it, made by changes, so that what did not change is shared: sre
   * is in no team; nobody knows cy, and bo is another name of ann; log is in the system and owned.
   */
  static final List<Version> VERSIONS =
      List.of(
          new Version(INHABITANTS, STORE),
          version(
              List.of(Entity.of(SRE), person(ANN, "ann", SRE).with("oncall", false)), List.of()),
          version(List.of(person(BO, "ann", SRE)), List.of(CY)),
          version(List.of(service(LOG, "sre", List.of("sre"), false).in(PAY)), List.of()));

  /** Entities, and them held against the schema. */
  record Version(List<Entity> entities, EntityStore store) {}

  private Realm() {}

  private static Version version(List<Entity> others, List<EntityId> removed) {
    List<EntityId> gone = new ArrayList<>(removed);
    others.forEach(other -> gone.add(other.uid()));
    List<Entity> all = new ArrayList<>(others);
    INHABITANTS.stream().filter(each -> !gone.contains(each.uid())).forEach(all::add);
    return new Version(List.copyOf(all), STORE.with(EntityChanges.of(others).without(removed)));
  }

  private static Schema schema() {
    TreeMap<String, EntityTypeDef> types = new TreeMap<>();
    put(types, false, null, "Team", List.of("Team"));
    put(types, false, null, "System", List.of());
    put(
        types,
        true,
        "person",
        "User",
        List.of("Team"),
        field("person", Type.Scalar.STRING, false),
        field("oncall", Type.Scalar.BOOL, true));
    put(
        types,
        false,
        null,
        "Agent",
        List.of("Team"),
        field("owner", Type.EntityType.of("User"), false));
    put(
        types,
        false,
        null,
        "Service",
        List.of("System"),
        field("team", Type.EntityType.of("Team"), false),
        field("owners", new Type.SetType(Type.EntityType.of("Team"), 0, 5), false),
        field("frozen", Type.Scalar.BOOL, false));
    TreeMap<String, ActionDef> actions = new TreeMap<>();
    actions.put("read", action("read"));
    actions.put("deploy", action("deploy"));
    TreeMap<String, ObligationDef> obligations = new TreeMap<>();
    obligations.put("log", new ObligationDef("log", List.of(field("n", Type.Scalar.INT, false))));
    return new Schema(
        new TreeMap<>(),
        types,
        actions,
        obligations,
        new Type.RecordType(List.of(field("mfa", Type.Scalar.BOOL, false))));
  }

  private static void put(
      Map<String, EntityTypeDef> types,
      boolean human,
      @Nullable String person,
      String name,
      List<String> parents,
      Type.Field... fields) {
    types.put(
        name,
        new EntityTypeDef(
            name,
            human,
            false,
            new TreeSet<>(parents),
            person,
            null,
            new Type.RecordType(List.of(fields))));
  }

  private static ActionDef action(String name) {
    return new ActionDef(
        name,
        "",
        new TreeSet<>(List.of("Agent", "User")),
        new TreeSet<>(List.of("Service")),
        new Type.RecordType(
            List.of(
                field("env", Type.Scalar.STRING, false),
                field("amount", Type.Scalar.INT, false),
                field("spare", Type.Scalar.INT, true),
                field("ticket", Type.Scalar.STRING, true),
                field("to", new Type.SetType(Type.Scalar.STRING, 0, 5), true),
                field("cc", new Type.SetType(Type.Scalar.STRING, 0, 5), true))),
        new Type.RecordType(List.of(field("digest", Type.Scalar.STRING, true))));
  }

  static EntityStore store(List<Entity> entities) {
    return EntityStore.bind(SCHEMA, Entities.of(entities));
  }

  private static List<Entity> inhabitants() {
    List<Entity> all = new ArrayList<>();
    all.add(Entity.of(ENG));
    all.add(Entity.of(SRE).in(ENG));
    all.add(Entity.of(SEC));
    all.add(Entity.of("Team", "ring1").in(id("Team", "ring2")));
    all.add(Entity.of("Team", "ring2").in(id("Team", "ring1")));
    all.add(Entity.of(PAY));
    all.add(person(ANN, "ann", SRE).with("oncall", true));
    all.add(person(id("User", "ann2"), "ann", SEC));
    all.add(person(BO, "bo", SRE).with("oncall", true));
    all.add(person(CY, "cy", SRE, SEC).with("oncall", false));
    all.add(person(DI, "di", SEC));
    all.add(person(BAD, "bad", SRE).with("oncall", "often"));
    all.add(Entity.of(BOT).with("owner", "ann").in(SRE));
    all.add(Entity.of(HELPER).with("owner", "bo").in(SRE, ENG));
    all.add(Entity.of(LOST).with("owner", "ann").in(id("Team", "nobody")));
    all.add(Entity.of(LOOP).with("owner", "bad").in(id("Team", "ring1")));
    all.add(service(LEDGER, "sre", List.of("sre", "sec"), false).in(PAY));
    all.add(service(LOG, "sec", List.of(), true));
    return all;
  }

  private static Entity person(EntityId id, String person, EntityId... teams) {
    return Entity.of(id).with("person", person).in(teams);
  }

  private static Entity service(EntityId id, String team, List<String> owners, boolean frozen) {
    return Entity.of(id).with("team", team).with("owners", owners).with("frozen", frozen);
  }
}
