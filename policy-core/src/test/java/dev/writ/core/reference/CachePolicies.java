package dev.writ.core.reference;

import static dev.writ.core.reference.Exprs.ARGS;
import static dev.writ.core.reference.Exprs.ORIGIN;
import static dev.writ.core.reference.Exprs.PRINCIPAL;
import static dev.writ.core.reference.Exprs.RESOURCE;
import static dev.writ.core.reference.Exprs.SESSION;
import static dev.writ.core.reference.Exprs.and;
import static dev.writ.core.reference.Exprs.arg;
import static dev.writ.core.reference.Exprs.c;
import static dev.writ.core.reference.Exprs.dot;
import static dev.writ.core.reference.Exprs.eq;
import static dev.writ.core.reference.Exprs.has;
import static dev.writ.core.reference.Exprs.in;
import static dev.writ.core.reference.Exprs.is;
import static dev.writ.core.reference.Exprs.lt;
import static dev.writ.core.reference.Exprs.n;
import static dev.writ.core.reference.Exprs.not;
import static dev.writ.core.reference.Exprs.s;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Expr.Comparison;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.ObligationCall;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Rule.RuleEffect;
import dev.writ.core.ir.Scope;
import dev.writ.core.model.EnumValue;
import dev.writ.core.model.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Generated policy sets made such that many verdicts can be remembered: hardly anything in them
 * cannot be evaluated, and each part of a request, of the entities, of the session and of the time
 * is read by some rule, scope or obligation.
 */
final class CachePolicies {
  private static final Expr FACTS = new Expr.Var(Expr.Root.FACTS);

  private final Dice dice;

  CachePolicies(Dice dice) {
    this.dice = dice;
  }

  /**
   * The set with other rules, or with some more.
   *
   * @param limits whether its limits stay
   * @param session whether the session may be read
   */
  PolicySet of(PolicySet set, boolean limits, boolean session) {
    List<Rule> rules = new ArrayList<>();
    if (dice.percent(40)) {
      rules.addAll(set.rules());
    } else {
      rules.add(rule("all", RuleEffect.PERMIT, dice.percent(50) ? Exprs.TRUE : leaf(), false));
    }
    for (int i = 1 + dice.below(4); i > 0; i--) {
      boolean permit = dice.percent(50);
      Expr condition = permit ? leaf() : and(leaf(), leaf());
      rules.add(
          rule(
              "own" + i,
              permit ? RuleEffect.PERMIT : RuleEffect.FORBID,
              session && dice.percent(30) ? and(condition, dot(SESSION, "mfa")) : condition,
              dice.percent(30)));
    }
    List<Scope> scopes = new ArrayList<>(set.scopes());
    if (dice.percent(40)) {
      scopes.clear();
      scopes.add(scope());
    }
    return of(set, rules, scopes, limits ? set.limits() : List.of());
  }

  /** The set without its first rule. */
  static PolicySet shorter(PolicySet set) {
    return of(set, set.rules().subList(1, set.rules().size()), set.scopes(), set.limits());
  }

  private static PolicySet of(
      PolicySet set, List<Rule> rules, List<Scope> scopes, List<Limit> limits) {
    return new PolicySet(
        set.name(),
        set.schema(),
        set.modules(),
        rules,
        scopes,
        set.approvals(),
        set.grants(),
        set.suspends(),
        set.labels(),
        limits,
        set.invariants(),
        set.tools(),
        set.zones());
  }

  private Rule rule(String id, RuleEffect effect, Expr condition, boolean observed) {
    ObligationCall call = new ObligationCall("log", List.of(dice.of(n(1), arg("amount"))));
    Case text =
        new Case(
            Rulebook.slots(
                dice.of(List.of("read"), List.of("deploy"), List.of("read", "deploy")),
                dice.of(List.of("User"), List.of("Agent"), List.of("User", "Agent"))),
            condition,
            dice.percent(30) ? List.of(call) : List.of());
    return new Rule(id, "", effect, observed, List.of(text), null, List.of());
  }

  private Scope scope() {
    Case text =
        new Case(
            Rulebook.slots(List.of("read", "deploy"), List.of("Agent")),
            dice.percent(60) ? Exprs.TRUE : leaf(),
            List.of());
    return new Scope(
        "own",
        "",
        List.of(Rulebook.pattern("Agent")),
        null,
        false,
        List.of(new Scope.MayClause(dice.percent(30), List.of(text))),
        List.of());
  }

  private Expr source() {
    Expr bound = c(new EnumValue(Schema.SOURCE, 2 + dice.below(2)));
    return dice.percent(50)
        ? new Expr.Compare(Comparison.LT, new Expr.SourceOfArg("env"), bound)
        : new Expr.Quantified(
            true,
            "r",
            List.of(new Expr.QuantifiedSet(has(ARGS, "to"), arg("to"))),
            new Expr.Compare(Comparison.LT, new Expr.SourceOfElement(List.of("to"), "r"), bound));
  }

  private Expr leaf() {
    return dice.percent(20)
        ? source()
        : dice.of(
            List.of(
                and(has(FACTS, "digest"), eq(dot(FACTS, "digest"), s("sha256:1"))),
                has(FACTS, "digest"),
                has(ARGS, "ticket"),
                not(eq(arg("env"), s("dev"))),
                lt(arg("amount"), n(2)),
                dot(RESOURCE, "frozen"),
                not(dot(RESOURCE, "frozen")),
                in(PRINCIPAL, c(Realm.SRE)),
                in(PRINCIPAL, c(Realm.ENG)),
                in(PRINCIPAL, dot(RESOURCE, "team")),
                new Expr.InEntitySet(ORIGIN, dot(RESOURCE, "owners")),
                is(ORIGIN, "User"),
                new Expr.HasDelegator(),
                eq(PRINCIPAL, c(Realm.BOT)),
                new Expr.NowCompare(Comparison.LT, Exprs.at("2026-03-02T11:00:00Z")),
                new Expr.TimeOfDayBetween("Europe/Berlin", 9 * 60, 12 * 60)));
  }
}
