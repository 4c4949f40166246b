package dev.writ.core.reference;

import static dev.writ.core.reference.Exprs.PRINCIPAL;
import static dev.writ.core.reference.Exprs.RESOURCE;
import static dev.writ.core.reference.Exprs.TRUE;
import static dev.writ.core.reference.Exprs.and;
import static dev.writ.core.reference.Exprs.arg;
import static dev.writ.core.reference.Exprs.n;
import static dev.writ.core.reference.Exprs.not;
import static dev.writ.core.reference.Exprs.or;

import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Approval.ApprovalCase;
import dev.writ.core.ir.Approval.Kind;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.EntityPattern;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.GrantTemplate.Binding;
import dev.writ.core.ir.Label;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.Limit.LimitCase;
import dev.writ.core.ir.Limit.Window;
import dev.writ.core.ir.Module;
import dev.writ.core.ir.ObligationCall;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Quorum;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Rule.RuleEffect;
import dev.writ.core.ir.Scope;
import dev.writ.core.ir.Slot;
import dev.writ.core.ir.Suspend;
import dev.writ.core.ir.ZoneTable;
import dev.writ.core.model.EntityId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Policy sets at random in the {@link Realm}, of every kind of declaration. Agents mostly have a
 * scope that lets them act, and people mostly may read, so that about every third request is
 * permitted.
 */
final class GeneratedPolicies {
  private static final long MINUTE = 60_000;
  private static final Expr ERROR = Declarations.error();

  private final Dice dice;
  private final GeneratedConditions conditions;
  private final List<Expr> authority = new ArrayList<>();
  private final List<Approval> approvals = new ArrayList<>();
  private final List<GrantTemplate> grants = new ArrayList<>();
  private final boolean sessions;
  private final boolean labels;

  /** Whether permits rest on approvals, confirmations and grants alone. */
  private final boolean resting;

  /**
   * @param authorities whether there are approvals, confirmations and grants
   */
  GeneratedPolicies(Dice dice, boolean authorities) {
    this.dice = dice;
    this.sessions = dice.percent(25);
    this.labels = sessions && dice.percent(50);
    this.resting = authorities && dice.percent(30);
    this.conditions = new GeneratedConditions(dice, sessions);
    if (authorities) {
      declare();
    }
  }

  private void declare() {
    approvals.add(approval("one", Kind.APPROVAL));
    approvals.add(approval("two", Kind.APPROVAL));
    approvals.add(approval("yes", Kind.CONFIRMATION));
    authority.addAll(List.of(new Expr.Approved("one"), new Expr.Approved("two")));
    authority.add(new Expr.Confirmed("yes"));
    authority.addAll(List.of(new Expr.Granted("jit"), new Expr.Granted("wide")));
    authority.add(new Expr.Granted("badge"));
    if (dice.percent(50)) {
      authority.add(new Expr.Granted("glass"));
      grants.add(grant("glass", List.of(), true));
    }
    grants.add(grant("jit", dice.of(List.of("one"), List.of("two"), List.<String>of()), false));
    grants.add(grant("wide", List.of(), false));
    grants.add(badge());
  }

  PolicySet set() {
    List<Rule> rules = new ArrayList<>();
    for (int i = authority.isEmpty() ? 4 : resting ? 1 : dice.of(2, 4, 4); i > 0; i--) {
      rules.add(rule("permit" + i, RuleEffect.PERMIT, false));
    }
    for (int i = dice.below(resting ? 2 : 3); i > 0; i--) {
      rules.add(rule("forbid" + i, RuleEffect.FORBID, false));
    }
    if (dice.percent(20)) {
      rules.add(rule("observed", dice.of(RuleEffect.values()), true));
    }
    List<Label> earned =
        labels ? List.of(new Label("tainted", "", cases(TRUE, null), List.of())) : List.of();
    List<Limit> limits = dice.percent(50) ? List.of(limit()) : List.of();
    Suspend suspend =
        new Suspend(
            "", names("Agent", "User", "Team"), List.of(Declarations.actor(Realm.SEC)), List.of());
    return new PolicySet(
        "",
        Realm.SCHEMA,
        List.of(new Module("", null, null)),
        rules,
        scopes(),
        approvals,
        grants,
        List.of(suspend),
        earned,
        limits,
        List.of(),
        List.of(),
        List.of(new ZoneTable("Europe/Berlin", "test", ZoneTables.UNTIL, 3600, List.of())));
  }

  private static SortedSet<String> names(String... names) {
    return new TreeSet<>(List.of(names));
  }

  private static SortedSet<Slot> slots(List<String> actions, List<String> principals) {
    return Rulebook.slots(actions, principals);
  }

  /** On people mostly, since the origin must own. */
  private SortedSet<Slot> head(boolean widens) {
    return slots(
        dice.of(List.of("read"), List.of("deploy"), List.of("deploy", "read")),
        widens
            ? dice.of(List.of("User"), List.of("User", "Agent"), List.of("Agent"))
            : dice.of(List.of("User"), List.of("Agent"), List.of("User", "Agent")));
  }

  /** One case, or two that have no slot in common. */
  private List<Case> cases(Expr condition, @Nullable ObligationCall call) {
    List<ObligationCall> calls = call == null ? List.of() : List.of(call);
    if (resting || dice.percent(75)) {
      SortedSet<Slot> all = slots(List.of("read", "deploy"), List.of("User", "Agent"));
      return List.of(new Case(resting ? all : head(true), condition, calls));
    }
    return List.of(
        new Case(slots(List.of("read", "deploy"), List.of("User")), condition, calls),
        new Case(slots(List.of("deploy"), List.of("Agent")), conditions.condition(1), calls));
  }

  Rule rule(String id, RuleEffect effect, boolean observed) {
    boolean permit = effect == RuleEffect.PERMIT;
    Expr condition =
        permit
            ? resting ? resting() : conditions.widening(conditions.likely(2), authority)
            : forbidding(conditions.unlikely(2));
    Expr told = dice.percent(90) ? n(dice.below(3)) : Exprs.add(arg("amount"), n(Long.MAX_VALUE));
    ObligationCall call = dice.percent(25) ? new ObligationCall("log", List.of(told)) : null;
    return new Rule(id, "", effect, observed, cases(condition, call), null, List.of());
  }

  /**
   * What only approvals, confirmations and grants make true, or nothing but a grant that covers.
   */
  private Expr resting() {
    Expr opened = dice.of(authority.subList(0, 3));
    Expr one = dice.of(opened, opened, dice.of(authority));
    return dice.of(Exprs.FALSE, one, or(one, dice.of(authority)), and(one, dice.of(authority)));
  }

  private Expr forbidding(Expr when) {
    Expr labelled = labels && dice.percent(70) ? and(when, new Expr.Labelled("tainted")) : when;
    return authority.isEmpty() || dice.percent(50)
        ? labelled
        : and(labelled, not(conditions.widening(conditions.condition(1), authority)));
  }

  private List<Scope> scopes() {
    List<Scope> scopes = new ArrayList<>();
    if (dice.percent(85)) {
      scopes.add(scope("agents", pattern("Agent"), false, may(dice.percent(60), TRUE)));
    }
    for (int i = dice.below(resting ? 1 : 3); i > 0; i--) {
      scopes.add(anyScope("scope" + i));
    }
    return scopes;
  }

  /** A scope over some of those who act. */
  Scope anyScope(String id) {
    EntityPattern who =
        dice.of(
            pattern("Agent"),
            pattern("Agent", Realm.SRE),
            pattern("Agent", Realm.SRE),
            pattern("User", Realm.SEC),
            new EntityPattern(names("Agent", "User"), null, List.of(Realm.ENG)));
    return scope(
        id,
        who,
        dice.percent(10),
        may(dice.percent(50), conditions.widening(conditions.likely(2), authority)),
        may(dice.percent(30), conditions.widening(conditions.likely(1), authority)));
  }

  private Scope scope(String id, EntityPattern who, boolean only, Scope.MayClause... clauses) {
    EntityId guard = dice.percent(15) ? Realm.PAY : null;
    return new Scope(id, "", List.of(who), guard, only, List.of(clauses), List.of());
  }

  private static EntityPattern pattern(String type, EntityId... in) {
    return new EntityPattern(names(type), null, List.of(in));
  }

  private Scope.MayClause may(boolean asDelegate, Expr when) {
    SortedSet<Slot> slots =
        dice.percent(80) ? slots(List.of("read", "deploy"), List.of("User", "Agent")) : head(true);
    return new Scope.MayClause(asDelegate, List.of(new Case(slots, when, List.of())));
  }

  private Limit limit() {
    Window window =
        dice.of(
            new Window.Rolling(60 * MINUTE),
            new Window.Calendar(false, "Europe/Berlin"),
            sessions ? new Window.SessionLife() : new Window.Rolling(MINUTE));
    Limit.Key key =
        sessions && dice.percent(30)
            ? new Limit.Key.SessionKey()
            : new Limit.Key.EntityKey(dice.of(PRINCIPAL, Exprs.ORIGIN, RESOURCE));
    LimitCase text =
        new LimitCase(
            head(false),
            conditions.likely(1),
            conditions.widening(conditions.unlikely(1), authority),
            dice.of(n(1), n(1), arg("amount"), Exprs.add(arg("amount"), n(1))),
            key);
    return new Limit("limit", "", dice.percent(15), List.of(text), 2, window, List.of());
  }

  private Approval approval(String id, Kind kind) {
    boolean consent = kind == Kind.CONFIRMATION;
    List<ApprovalCase> cases = new ArrayList<>();
    if (dice.percent(75)) {
      cases.add(approvalCase(slots(List.of("read", "deploy"), List.of("User", "Agent")), consent));
    } else {
      cases.add(approvalCase(slots(List.of("deploy"), List.of("Agent")), consent));
      cases.add(approvalCase(slots(List.of("read"), List.of("User", "Agent")), consent));
    }
    return new Approval(
        id,
        "",
        kind,
        cases,
        dice.percent(80) ? names() : names("args.amount", "facts.digest"),
        dice.of(10, 60, 240, 240) * MINUTE,
        dice.of(5, 60, 60, 240) * MINUTE,
        1 + dice.below(2),
        false,
        0,
        List.of());
  }

  private ApprovalCase approvalCase(SortedSet<Slot> slots, boolean consent) {
    Expr withoutTicket = not(Exprs.has(Exprs.ARGS, "ticket"));
    return new ApprovalCase(
        slots,
        dice.percent(55)
            ? TRUE
            : dice.of(conditions.likely(1), or(ERROR, TRUE), withoutTicket, withoutTicket),
        consent ? Quorum.NONE : new Quorum(dice.percent(60), clauses()),
        dice.percent(60) || consent ? List.of() : List.of(exclusion()));
  }

  private List<Quorum.Clause> clauses() {
    Quorum.Clause first = Declarations.clause(1 + dice.below(2));
    Quorum.Clause second = Declarations.veto(Declarations.clause(1, Realm.SEC), 1 + dice.below(2));
    Quorum.Clause third = Declarations.in(1, dice.of(Declarations.team(), Exprs.c(Realm.SRE)));
    Quorum.Clause fourth = Declarations.notIn(1 + dice.below(2), Realm.SRE);
    Quorum.Clause when = Declarations.when(Declarations.clause(1), Declarations.oncall());
    Quorum.Clause each = Declarations.eachOwner(1 + dice.below(2));
    Quorum.Clause unreadable =
        new Quorum.Clause(
            1,
            each.types(),
            each.membership(),
            null,
            0,
            new Quorum.ForEach("t", Exprs.dot(ERROR, "owners")));
    return dice.of(
        List.of(first),
        List.of(second),
        List.of(third),
        List.of(fourth),
        List.of(when),
        List.of(first, second),
        List.of(second, third),
        List.of(when, fourth),
        List.of(each),
        List.of(each, first),
        List.of(Declarations.veto(each, 1)),
        List.of(Declarations.veto(first, 1)),
        List.of(first, Declarations.veto(third, 1)),
        List.of(first, Declarations.veto(unreadable, 1)),
        List.of(first, Declarations.veto(unreadable, 1)),
        List.of());
  }

  private Approval.Exclusion exclusion() {
    return dice.of(
        Declarations.excluding(Declarations.owner()),
        Declarations.excluding(Exprs.set(Exprs.c(Realm.CY), Exprs.c(Realm.BO))),
        Declarations.excluding(new Expr.Var(Expr.Root.REQUESTER)),
        Declarations.excluding(ERROR),
        Declarations.excludingIn(Declarations.team()),
        Declarations.excludingIn(Exprs.c(Realm.SEC)),
        new Approval.Exclusion(Exprs.c(Realm.CY), false, conditions.condition(1)),
        new Approval.Exclusion(Exprs.c(Realm.CY), false, ERROR));
  }

  private GrantTemplate grant(String id, List<String> needs, boolean emergency) {
    Binding binds =
        dice.of(
            Declarations.ALL,
            new Binding(false, true, null, names("args.env")),
            new Binding(false, false, null, names("args.ticket", "facts.digest")),
            new Binding(false, false, "System", names()));
    Expr when = conditions.widening(conditions.likely(1), authority);
    Case text =
        new Case(
            dice.percent(80)
                ? slots(List.of("read", "deploy"), List.of("User", "Agent"))
                : head(true),
            when,
            dice.percent(30)
                ? List.of(new ObligationCall("log", List.of(grantTold())))
                : List.of());
    return new GrantTemplate(
        id,
        "",
        emergency,
        List.of(text),
        List.of(),
        false,
        List.of(),
        needs,
        binds,
        dice.of(10, 30, 30) * MINUTE,
        emergency ? 1 + dice.below(3) : dice.below(3),
        emergency
            ? new GrantTemplate.Review(
                dice.of(5, 60) * MINUTE,
                Declarations.allOf(Declarations.clause(1, Realm.SEC)),
                List.of())
            : null,
        List.of());
  }

  private Expr grantTold() {
    return dice.percent(80) ? arg("amount") : Exprs.add(arg("amount"), n(Long.MAX_VALUE - 1));
  }

  private static GrantTemplate badge() {
    return Declarations.badge("badge");
  }
}
