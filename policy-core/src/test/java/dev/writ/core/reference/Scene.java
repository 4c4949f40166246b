package dev.writ.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.EntityPattern;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Rule.RuleEffect;
import dev.writ.core.ir.Scope;
import dev.writ.core.ir.Slot;
import dev.writ.core.ir.Suspend;
import dev.writ.core.model.ActionDef;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.InvalidRequestException;
import dev.writ.core.model.Request;
import dev.writ.core.model.RequestBinding;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import dev.writ.core.model.Type.Field;
import dev.writ.core.model.Type.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A small world for tests of authority: agents and users of teams who deploy and restart services.
 * Users are people, told apart by {@code person}; {@code ann} and {@code ann2} are one, {@code bo}
 * and {@code bo2} another.
 */
final class Scene {
  static final long MINUTE = 60_000L;
  static final long HOUR = 60 * MINUTE;
  static final long NOON = 1_772_452_800_000L; // 2026-03-02T12:00:00Z

  static final EntityId BOT = EntityId.of("Agent", "bot");
  static final EntityId BOT2 = EntityId.of("Agent", "bot2");
  static final EntityId LEDGER = EntityId.of("Service", "ledger");
  static final EntityId LOG = EntityId.of("Service", "log");
  static final EntityId SRE = EntityId.of("Team", "sre");
  static final EntityId SEC = EntityId.of("Team", "security");
  static final EntityId DEV = EntityId.of("Team", "dev");
  static final EntityId PLATFORM = EntityId.of("System", "platform");

  private final List<Approval> approvals = new ArrayList<>();
  private final List<GrantTemplate> grants = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<Scope> scopes = new ArrayList<>();
  private final List<Suspend> suspends = new ArrayList<>();
  private final List<Entity> entities = new ArrayList<>(population());
  AuthoritySnapshot state = AuthoritySnapshot.EMPTY;
  long now = NOON;

  static EntityId user(String id) {
    return EntityId.of("User", id);
  }

  // The schema and who lives in it

  static Schema schema() {
    TreeMap<String, EntityTypeDef> types = new TreeMap<>();
    types.put("Team", type("Team", false, null, List.of(), List.of("Team")));
    types.put("System", type("System", false, null, List.of(), List.of()));
    types.put(
        "User",
        type(
            "User",
            true,
            "person",
            List.of(
                new Field("person", Type.Scalar.STRING, false, false),
                new Field("oncall", Type.Scalar.BOOL, false, false)),
            List.of("Team")));
    types.put(
        "Agent",
        type(
            "Agent",
            false,
            null,
            List.of(new Field("owner", Type.EntityType.of("User"), false, false)),
            List.of("Team")));
    types.put(
        "Service",
        type(
            "Service",
            false,
            null,
            List.of(
                new Field("team", Type.EntityType.of("Team"), false, false),
                new Field(
                    "owners", new Type.SetType(Type.EntityType.of("Team"), 0, 10), false, false),
                new Field("frozen", Type.Scalar.BOOL, false, false)),
            List.of("System")));
    TreeMap<String, ActionDef> actions = new TreeMap<>();
    actions.put("deploy", action("deploy"));
    actions.put("restart", action("restart"));
    return new Schema(new TreeMap<>(), types, actions, new TreeMap<>(), null);
  }

  private static EntityTypeDef type(
      String name,
      boolean human,
      @Nullable String person,
      List<Field> fields,
      List<String> parents) {
    return new EntityTypeDef(
        name, human, false, new TreeSet<>(parents), person, null, new RecordType(fields));
  }

  private static ActionDef action(String name) {
    return new ActionDef(
        name,
        "",
        new TreeSet<>(List.of("Agent", "User")),
        new TreeSet<>(List.of("Service")),
        new RecordType(
            List.of(
                new Field("env", Type.Scalar.STRING, false, false),
                new Field("ticket", Type.Scalar.STRING, true, false))),
        new RecordType(List.of(new Field("digest", Type.Scalar.STRING, true, false))));
  }

  private static List<Entity> population() {
    List<Entity> all = new ArrayList<>();
    all.add(Entity.of(SRE));
    all.add(Entity.of(SEC));
    all.add(Entity.of(DEV));
    all.add(Entity.of(PLATFORM));
    all.add(person("ann", "ann", SRE));
    all.add(person("ann2", "ann", SEC));
    all.add(person("bo", "bo", SRE));
    all.add(person("bo2", "bo", DEV));
    all.add(person("cy", "cy", SRE));
    all.add(person("di", "di", SRE, SEC));
    all.add(person("ed", "ed", SEC));
    all.add(person("flo", "flo", DEV));
    all.add(person("off", "off", SRE).with("oncall", false));
    all.add(Entity.of(BOT).with("owner", "ann").in(SRE));
    all.add(Entity.of(BOT2).with("owner", "bo").in(SRE));
    all.add(service(LEDGER, SRE, List.of("sre", "security")));
    all.add(service(LOG, DEV, List.of()));
    return all;
  }

  static Entity person(String id, String person, EntityId... teams) {
    return Entity.of(user(id)).with("person", person).with("oncall", true).in(teams);
  }

  private static Entity service(EntityId id, EntityId team, List<String> owners) {
    return Entity.of(id)
        .with("team", team.id())
        .with("owners", owners)
        .with("frozen", false)
        .in(PLATFORM);
  }

  /** Puts an entity in place of one of the same id. */
  Scene put(Entity entity) {
    entities.removeIf(other -> other.uid().equals(entity.uid()));
    entities.add(entity);
    return this;
  }

  /** The entity of this id. */
  Entity entity(EntityId id) {
    return entities.stream().filter(e -> e.uid().equals(id)).findFirst().orElseThrow();
  }

  Scene remove(EntityId id) {
    entities.removeIf(other -> other.uid().equals(id));
    return this;
  }

  // The policy set

  Scene declare(Approval... declared) {
    approvals.addAll(List.of(declared));
    return this;
  }

  Scene declare(GrantTemplate... declared) {
    grants.addAll(List.of(declared));
    return this;
  }

  Scene redeclare(GrantTemplate template) {
    grants.removeIf(other -> other.id().equals(template.id()));
    return declare(template);
  }

  Scene redeclare(Approval approval) {
    approvals.removeIf(other -> other.id().equals(approval.id()));
    return declare(approval);
  }

  Scene declare(Suspend... declared) {
    suspends.addAll(List.of(declared));
    return this;
  }

  Scene undeclareSuspends() {
    suspends.clear();
    return this;
  }

  Scene undeclare(String grant) {
    grants.removeIf(template -> template.id().equals(grant));
    return this;
  }

  /** A permit on everything. */
  Scene permit(String id, Expr condition) {
    return rule(id, RuleEffect.PERMIT, Declarations.everySlot(), condition);
  }

  Scene permit(String id, SortedSet<Slot> slots, Expr condition) {
    return rule(id, RuleEffect.PERMIT, slots, condition);
  }

  Scene forbid(String id, Expr condition) {
    return rule(id, RuleEffect.FORBID, Declarations.everySlot(), condition);
  }

  private Scene rule(String id, RuleEffect effect, SortedSet<Slot> slots, Expr condition) {
    rules.add(
        new Rule(
            id,
            "",
            effect,
            false,
            List.of(new Case(slots, condition, List.of())),
            null,
            List.of()));
    return this;
  }

  /** A scope that lets agents do everything. */
  Scene freeAgents() {
    scopes.add(
        new Scope(
            "agents",
            "",
            List.of(new EntityPattern(new TreeSet<>(List.of("Agent")), null, List.of())),
            null,
            false,
            List.of(
                new Scope.MayClause(
                    false, List.of(new Case(Declarations.everySlot(), Expr.yes(), List.of())))),
            List.of()));
    return this;
  }

  // The world

  PolicySet policies() {
    return new PolicySet(
        "", schema(), List.of(), rules, scopes, approvals, grants, suspends, List.of(), List.of(),
        List.of(), List.of(), List.of());
  }

  EntityStore store() {
    return EntityStore.bind(schema(), Entities.of(entities));
  }

  World world() {
    return new World(policies(), store(), state, now);
  }

  Commands commands() {
    return Commands.on(policies(), store(), state, now);
  }

  /** Says that a command was refused, and why. */
  static void assertRefused(CommandResult<?> result, String reason) {
    assertThat(result).isInstanceOf(CommandResult.Refused.class);
    assertThat(((CommandResult.Refused<?>) result).reason()).isEqualTo(reason);
  }

  /** Gives a command that must be done, and takes over the state it leaves. */
  <T> T done(CommandResult<T> result) {
    CommandResult.Done<T> done = result.orThrow();
    state = done.state();
    return done.value();
  }

  Scene at(long instant) {
    now = instant;
    return this;
  }

  Scene after(long millis) {
    return at(now + millis);
  }

  /** A deployment of the ledger to prod by the bot for ann. */
  static Request deploy() {
    return Request.of(BOT, "deploy", LEDGER).onBehalfOf(user("ann")).arg("env", "prod");
  }

  BoundRequest bind(Request request) {
    try {
      return RequestBinding.bind(schema(), store(), request, DataLimits.DEFAULT);
    } catch (InvalidRequestException e) {
      throw new AssertionError(e);
    }
  }

  Asked asked(Request request) {
    return Asked.of(bind(request), null);
  }

  RequestAuthority facts(Request request) {
    return new RequestAuthority(world(), asked(request), Suppositions.NONE);
  }

  /** Whether steps 2 to 6 permit the request in another state of authority. */
  Predicate<Suppositions> trial(Request request) {
    World world = world();
    Asked asked = asked(request);
    RequestAuthority state = new RequestAuthority(world, asked, Suppositions.NONE);
    return supposed ->
        new Deliberation(asked, new Judge(world, Trace.NONE), state.supposing(supposed))
                .outcome()
                .reason()
            == ReasonCode.PERMITTED;
  }

  boolean permits(Request request) {
    return trial(request).test(Suppositions.NONE);
  }
}
