package dev.writ.core.reference;

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
import dev.writ.core.ir.Quorum;
import dev.writ.core.ir.Quorum.Clause;
import dev.writ.core.ir.Quorum.ForEach;
import dev.writ.core.ir.Quorum.Membership;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.StringValue;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Expressions, clauses and declarations for tests of authority, in a word each. */
final class Declarations {
  private static final Expr PRINCIPAL = new Expr.Var(Expr.Root.PRINCIPAL);
  private static final Expr RESOURCE = new Expr.Var(Expr.Root.RESOURCE);
  private static final Expr APPROVER = new Expr.Var(Expr.Root.APPROVER);

  private Declarations() {}

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
        4 * Scene.HOUR,
        Scene.HOUR,
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
        10 * Scene.MINUTE,
        5 * Scene.MINUTE,
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
        30 * Scene.MINUTE,
        0,
        null,
        List.of());
  }

  /** A template that permits nothing by itself. */
  static GrantTemplate badge(String id) {
    return new GrantTemplate(
        id,
        "",
        false,
        List.of(),
        List.of(),
        false,
        List.of(),
        List.of(),
        null,
        Scene.HOUR,
        0,
        null,
        List.of());
  }

  /** An emergency grant of deployments: two uses, asked for by sre, reviewed by security. */
  static GrantTemplate emergency(String id) {
    return new GrantTemplate(
        id,
        "",
        true,
        List.of(new Case(slots("deploy", "Agent", "User"), Expr.yes(), List.of())),
        List.of(actor(Scene.SRE)),
        true,
        List.of(),
        List.of(),
        new Binding(false, true, null, new TreeSet<>()),
        15 * Scene.MINUTE,
        2,
        new Review(24 * Scene.HOUR, allOf(clause(1, Scene.SEC)), List.of()),
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
}
