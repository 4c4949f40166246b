package dev.writ.core.reference;

import static dev.writ.core.reference.Exprs.ARGS;
import static dev.writ.core.reference.Exprs.DELEGATOR;
import static dev.writ.core.reference.Exprs.ERR;
import static dev.writ.core.reference.Exprs.FALSE;
import static dev.writ.core.reference.Exprs.ORIGIN;
import static dev.writ.core.reference.Exprs.PRINCIPAL;
import static dev.writ.core.reference.Exprs.RESOURCE;
import static dev.writ.core.reference.Exprs.SESSION;
import static dev.writ.core.reference.Exprs.TRUE;
import static dev.writ.core.reference.Exprs.add;
import static dev.writ.core.reference.Exprs.and;
import static dev.writ.core.reference.Exprs.arg;
import static dev.writ.core.reference.Exprs.at;
import static dev.writ.core.reference.Exprs.c;
import static dev.writ.core.reference.Exprs.dot;
import static dev.writ.core.reference.Exprs.eq;
import static dev.writ.core.reference.Exprs.has;
import static dev.writ.core.reference.Exprs.id;
import static dev.writ.core.reference.Exprs.iff;
import static dev.writ.core.reference.Exprs.in;
import static dev.writ.core.reference.Exprs.is;
import static dev.writ.core.reference.Exprs.local;
import static dev.writ.core.reference.Exprs.lt;
import static dev.writ.core.reference.Exprs.n;
import static dev.writ.core.reference.Exprs.not;
import static dev.writ.core.reference.Exprs.or;
import static dev.writ.core.reference.Exprs.s;
import static dev.writ.core.reference.Exprs.set;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Expr.Comparison;
import java.util.List;

/** Conditions at random in the {@link Realm}; about one leaf in ten is an error. */
final class GeneratedConditions {
  private static final List<Expr> LEAVES =
      List.of(
          TRUE,
          TRUE,
          FALSE,
          ERR,
          has(ARGS, "ticket"),
          and(has(ARGS, "ticket"), eq(arg("ticket"), s("OPS-1"))),
          eq(arg("env"), s("prod")),
          new Expr.Like(arg("env"), "*d"),
          lt(arg("amount"), n(10)),
          eq(add(arg("amount"), n(Long.MAX_VALUE - 5)), n(0)),
          is(PRINCIPAL, "Agent"),
          is(ORIGIN, "User"),
          eq(PRINCIPAL, c(Realm.ANN)),
          in(PRINCIPAL, c(Realm.SRE)),
          in(ORIGIN, c(Realm.ENG)),
          in(RESOURCE, c(Realm.PAY)),
          dot(RESOURCE, "frozen"),
          in(PRINCIPAL, dot(RESOURCE, "team")),
          new Expr.InEntitySet(ORIGIN, dot(RESOURCE, "owners")),
          and(has(c(Realm.CY), "oncall"), dot(c(Realm.CY), "oncall")),
          has(c(Realm.BAD), "oncall"),
          in(c(Realm.LOOP), c(Realm.SRE)),
          eq(dot(c(id("Agent", "gone")), "owner"), c(Realm.ANN)),
          new Expr.HasDelegator(),
          and(new Expr.HasDelegator(), is(DELEGATOR, "User")),
          new Expr.NowCompare(Comparison.LT, at("2026-03-02T11:00:00Z")),
          new Expr.TimeOfDayBetween("Europe/Berlin", 9 * 60, 12 * 60));

  private final Dice dice;

  /** Whether the session is read. */
  private final boolean sessions;

  GeneratedConditions(Dice dice, boolean sessions) {
    this.dice = dice;
    this.sessions = sessions;
  }

  private Expr leaf() {
    return sessions && dice.percent(15) ? dot(SESSION, "mfa") : dice.of(LEAVES);
  }

  /** A condition, so many levels deep at most, without authority and labels. */
  Expr condition(int depth) {
    if (depth == 0 || dice.percent(35)) {
      return leaf();
    }
    int kind = dice.below(100);
    if (kind < 15) {
      return not(condition(depth - 1));
    }
    if (kind < 45) {
      return and(condition(depth - 1), condition(depth - 1));
    }
    if (kind < 75) {
      return or(condition(depth - 1), condition(depth - 1));
    }
    return kind < 85
        ? iff(condition(depth - 1), condition(depth - 1), condition(depth - 1))
        : quantified(depth);
  }

  private Expr quantified(int depth) {
    String name = "x" + depth;
    Expr test = eq(local(name), dice.of(n(1), n(2), n(3)));
    Expr body = dice.percent(50) ? and(test, condition(depth - 1)) : or(test, condition(depth - 1));
    List<Expr.QuantifiedSet> sets =
        dice.some(
            1,
            2,
            () ->
                new Expr.QuantifiedSet(
                    dice.percent(50) ? null : leaf(),
                    dice.of(set(n(1), n(2)), set(n(3)), set(add(n(Long.MAX_VALUE), n(1))))));
    return new Expr.Quantified(dice.percent(50), name, sets, body);
  }

  /** One that often is true. */
  Expr likely(int depth) {
    return dice.percent(40) ? TRUE : dice.percent(30) ? or(leaf(), leaf()) : condition(depth);
  }

  /** One that often is false. */
  Expr unlikely(int depth) {
    return and(leaf(), dice.percent(60) ? leaf() : condition(depth));
  }

  /** One for a place where more authority widens. */
  Expr widening(Expr plain, List<Expr> authority) {
    if (authority.isEmpty() || dice.percent(50)) {
      return plain;
    }
    Expr held = dice.of(authority);
    return switch (dice.below(3)) {
      case 0 -> held;
      case 1 -> and(plain, held);
      default -> or(plain, held);
    };
  }
}
