package dev.writ.core.reference;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.ir.Actor;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Approval.ApprovalCase;
import dev.writ.core.ir.Approval.Exclusion;
import dev.writ.core.ir.Approval.Kind;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.EntityPattern;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.GrantTemplate.Binding;
import dev.writ.core.ir.GrantTemplate.Review;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Quorum;
import dev.writ.core.ir.Quorum.Clause;
import dev.writ.core.ir.Quorum.ForEach;
import dev.writ.core.ir.Quorum.Membership;
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
import dev.writ.core.model.StringValue;
import dev.writ.core.model.Type;
import dev.writ.core.model.Type.Field;
import dev.writ.core.model.Type.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A small world for tests of authority: agents and users of teams who deploy and restart services.
 * Users are people, told apart by {@code person}; {@code ann} and {@code ann2} are one.
 */
final class Scene {
  static final long MINUTE = 60_000L;
  static final long HOUR = 60 * MINUTE;
  static final long NOON = 1_772_452_800_000L; // 2026-03-02T12:00:00Z

  static final Expr PRINCIPAL = new Expr.Var(Expr.Root.PRINCIPAL);
  static final Expr RESOURCE = new Expr.Var(Expr.Root.RESOURCE);
  static final Expr APPROVER = new Expr.Var(Expr.Root.APPROVER);

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

  Scene remove(EntityId id) {
    entities.removeIf(other -> other.uid().equals(id));
    return this;
  }

  // Expressions

  static Expr argIs(String name, String value) {
    return new Expr.Compare(
        Expr.Comparison.EQ,
        new Expr.Member(new Expr.Var(Expr.Root.ARGS), name),
        new Expr.Const(new StringValue(value)));
  }

  static Expr owner() {
    return new Expr.Member(PRINCIPAL, "owner");
  }

  static Expr team() {
    return new Expr.Member(RESOURCE, "team");
  }

  static Expr frozen() {
    return new Expr.Member(RESOURCE, "frozen");
  }

  static Expr oncall() {
    return new Expr.Member(APPROVER, "oncall");
  }

  /** An expression that errs: an attribute of an agent that the store does not know. */
  static Expr error() {
    return new Expr.Member(
        new Expr.Member(new Expr.Const(EntityId.of("Agent", "gone")), "owner"), "oncall");
  }

  static Expr unless(Expr condition) {
    return new Expr.Not(condition);
  }

  // Slots

  static SortedSet<Slot> slots(String action, String... principals) {
    SortedSet<Slot> slots = new TreeSet<>();
    for (String principal : principals) {
      slots.add(new Slot(action, principal, "Service"));
    }
    return slots;
  }

  static SortedSet<Slot> everySlot() {
    SortedSet<Slot> slots = slots("deploy", "Agent", "User");
    slots.addAll(slots("restart", "Agent", "User"));
    return slots;
  }

  // Clauses

  static Clause clause(int count, EntityId... groups) {
    return new Clause(count, users(), member(true, groups), null, 0, null);
  }

  static Clause notIn(int count, EntityId... groups) {
    return new Clause(count, users(), member(false, groups), null, 0, null);
  }

  static Clause in(int count, Expr group) {
    return new Clause(count, users(), new Membership(true, List.of(group)), null, 0, null);
  }

  static Clause when(Clause c, Expr condition) {
    return new Clause(c.count(), c.types(), c.membership(), condition, c.vetoAt(), c.forEach());
  }

  static Clause veto(Clause c, int at) {
    return new Clause(c.count(), c.types(), c.membership(), c.when(), at, c.forEach());
  }

  /** {@code for each t in resource.owners: count of User in t}. */
  static Clause eachOwner(int count) {
    return new Clause(
        count,
        users(),
        new Membership(true, List.of(new Expr.Local("t"))),
        null,
        0,
        new ForEach("t", new Expr.Member(RESOURCE, "owners")));
  }

  private static SortedSet<String> users() {
    return new TreeSet<>(List.of("User"));
  }

  private static @Nullable Membership member(boolean in, EntityId... groups) {
    return groups.length == 0
        ? null
        : new Membership(in, List.of(groups).stream().<Expr>map(Expr.Const::new).toList());
  }

  static Quorum allOf(Clause... clauses) {
    return new Quorum(true, List.of(clauses));
  }

  static Quorum anyOf(Clause... clauses) {
    return new Quorum(false, List.of(clauses));
  }

  // Declarations

  /** An approval of all deployments: decide within four hours, valid for one, one use. */
  static Approval approval(String id, Quorum quorum, Exclusion... exclusions) {
    return approval(id, slots("deploy", "Agent", "User"), Expr.yes(), quorum, exclusions);
  }

  static Approval approval(
      String id, SortedSet<Slot> slots, Expr head, Quorum quorum, Exclusion... exclusions) {
    return new Approval(
        id,
        "",
        Kind.APPROVAL,
        List.of(new ApprovalCase(slots, head, quorum, List.of(exclusions))),
        new TreeSet<>(),
        4 * HOUR,
        HOUR,
        1,
        false,
        0,
        List.of());
  }

  static Approval confirmation(String id) {
    return new Approval(
        id,
        "",
        Kind.CONFIRMATION,
        List.of(new ApprovalCase(everySlot(), Expr.yes(), Quorum.NONE, List.of())),
        new TreeSet<>(),
        10 * MINUTE,
        5 * MINUTE,
        1,
        false,
        0,
        List.of());
  }

  static Approval with(Approval a, int uses, boolean reason, int open) {
    return new Approval(
        a.id(),
        a.module(),
        a.kind(),
        a.cases(),
        a.ignores(),
        a.decideWithinMillis(),
        a.validForMillis(),
        uses,
        reason,
        open,
        a.annotations());
  }

  static Exclusion excluding(Expr who) {
    return new Exclusion(who, false, Expr.yes());
  }

  static Exclusion excludingIn(Expr group) {
    return new Exclusion(group, true, Expr.yes());
  }

  static Actor actor(EntityId group) {
    return new Actor(
        new EntityPattern(new TreeSet<>(List.of("User", "Agent")), null, List.of(group)), null);
  }

  static final Binding ALL = new Binding(true, false, null, new TreeSet<>());

  /** A grant of deployments: thirty minutes, no count. */
  static GrantTemplate grant(String id, Expr condition, Binding binds, String... needs) {
    return new GrantTemplate(
        id,
        "",
        false,
        List.of(new Case(slots("deploy", "Agent", "User"), condition, List.of())),
        List.of(),
        false,
        List.of(),
        List.of(needs),
        binds,
        30 * MINUTE,
        0,
        null,
        List.of());
  }

  /** A template that permits nothing by itself. */
  static GrantTemplate badge(String id) {
    return new GrantTemplate(
        id, "", false, List.of(), List.of(), false, List.of(), List.of(), null, HOUR, 0, null,
        List.of());
  }

  /** An emergency grant of deployments: two uses, asked for by sre, reviewed by security. */
  static GrantTemplate emergency(String id) {
    return new GrantTemplate(
        id,
        "",
        true,
        List.of(new Case(slots("deploy", "Agent", "User"), Expr.yes(), List.of())),
        List.of(actor(SRE)),
        true,
        List.of(),
        List.of(),
        new Binding(false, true, null, new TreeSet<>()),
        15 * MINUTE,
        2,
        new Review(24 * HOUR, allOf(clause(1, SEC)), List.of()),
        List.of());
  }

  static GrantTemplate uses(GrantTemplate g, int uses) {
    return new GrantTemplate(
        g.id(),
        g.module(),
        g.emergency(),
        g.cases(),
        g.requestedBy(),
        g.requestNeedsReason(),
        g.revocableBy(),
        g.needs(),
        g.binds(),
        g.lastsMillis(),
        uses,
        g.review(),
        g.annotations());
  }

  static GrantTemplate by(GrantTemplate g, List<Actor> requesters, List<Actor> revokers) {
    return new GrantTemplate(
        g.id(),
        g.module(),
        g.emergency(),
        g.cases(),
        requesters,
        g.requestNeedsReason(),
        revokers,
        g.needs(),
        g.binds(),
        g.lastsMillis(),
        g.uses(),
        g.review(),
        g.annotations());
  }

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
    return rule(id, RuleEffect.PERMIT, everySlot(), condition);
  }

  Scene permit(String id, SortedSet<Slot> slots, Expr condition) {
    return rule(id, RuleEffect.PERMIT, slots, condition);
  }

  Scene forbid(String id, Expr condition) {
    return rule(id, RuleEffect.FORBID, everySlot(), condition);
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
                new Scope.MayClause(false, List.of(new Case(everySlot(), Expr.yes(), List.of())))),
            List.of()));
    return this;
  }

  // The world

  PolicySet policies() {
    return new PolicySet(
        "", schema(), List.of(), rules, scopes, approvals, grants, suspends, List.of(), List.of(),
        List.of(), List.of());
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

  /** Whether steps 2 to 6 permit the request. */
  boolean permits(Request request, Suppositions supposed) {
    World world = world();
    Asked asked = asked(request);
    return new Deliberation(
                asked, new Judge(world, Trace.NONE), new RequestAuthority(world, asked, supposed))
            .outcome()
            .reason()
        == dev.writ.core.decision.ReasonCode.PERMITTED;
  }

  boolean permits(Request request) {
    return permits(request, Suppositions.NONE);
  }
}
