package dev.writ.core.reference;

import static dev.writ.core.reference.Exprs.ARGS;
import static dev.writ.core.reference.Exprs.PRINCIPAL;
import static dev.writ.core.reference.Exprs.RESOURCE;
import static dev.writ.core.reference.Exprs.arg;
import static dev.writ.core.reference.Exprs.c;
import static dev.writ.core.reference.Exprs.dot;
import static dev.writ.core.reference.Exprs.eq;
import static dev.writ.core.reference.Exprs.has;
import static dev.writ.core.reference.Exprs.n;
import static dev.writ.core.reference.Exprs.s;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.ObligationCall;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Rule.RuleEffect;
import dev.writ.core.model.EntityId;
import java.util.ArrayList;
import java.util.List;

/**
 * Further rules for a generated set, as indexes like them: conjunctions that fix attributes, with
 * this and that besides; few or more than masks have bits.
 */
final class GeneratedPins {
  private static final List<Expr> ALWAYS_THERE =
      List.of(
          eq(arg("env"), s("prod")),
          eq(s("dev"), arg("env")),
          new Expr.InList(arg("env"), List.of(s("prod"), s("dev"), s("test"))),
          eq(arg("amount"), n(1)),
          new Expr.InList(arg("amount"), List.of(n(1), n(2), n(12), n(7))),
          eq(RESOURCE, c(Realm.LEDGER)),
          eq(RESOURCE, c(Realm.LOG)),
          eq(PRINCIPAL, c(Realm.BOT)),
          eq(PRINCIPAL, c(Realm.ANN)),
          eq(dot(RESOURCE, "team"), c(Realm.SRE)),
          dot(RESOURCE, "frozen"),
          new Expr.Not(dot(RESOURCE, "frozen")),
          Exprs.cmp(arg("amount"), Expr.Comparison.LT, n(2)),
          Exprs.cmp(arg("amount"), Expr.Comparison.GE, n(1)),
          Exprs.cmp(n(2), Expr.Comparison.GE, arg("amount")),
          Exprs.cmp(arg("amount"), Expr.Comparison.GT, n(2)),
          new Expr.Between(arg("amount"), n(-1), n(2)),
          new Expr.Between(arg("amount"), n(2), n(13)),
          new Expr.Like(arg("env"), "p*"),
          new Expr.Like(arg("env"), "de*"),
          new Expr.Like(arg("env"), "*od"),
          new Expr.Like(arg("env"), "*v"),
          new Expr.Like(arg("env"), "d?v"),
          new Expr.StringStartsWith(arg("env"), s("pro")),
          new Expr.StringStartsWith(arg("env"), s("prod")),
          Exprs.in(RESOURCE, c(Realm.PAY)),
          Exprs.in(dot(RESOURCE, "team"), c(Realm.ENG)),
          Exprs.in(PRINCIPAL, c(Realm.SRE)),
          Exprs.in(PRINCIPAL, c(Realm.ENG)),
          new Expr.StringStartsWith(arg("env"), s("p")),
          new Expr.StringStartsWith(arg("env"), s("d")),
          Exprs.cmp(arg("amount"), Expr.Comparison.LE, n(1)),
          Exprs.cmp(arg("amount"), Expr.Comparison.LE, n(12)),
          Exprs.in(PRINCIPAL, c(Realm.ENG), c(Realm.SEC)),
          Exprs.or(eq(arg("env"), s("prod")), eq(PRINCIPAL, c(Realm.ANN))),
          Exprs.or(eq(arg("env"), s("dev")), eq(arg("amount"), n(1)), eq(RESOURCE, c(Realm.LOG))));

  private final Dice dice;
  private final boolean sessions;

  GeneratedPins(Dice dice, boolean sessions) {
    this.dice = dice;
    this.sessions = sessions;
  }

  /** The set with further rules. */
  PolicySet beside(PolicySet set) {
    List<Rule> rules = new ArrayList<>(set.rules());
    boolean resting = !set.grants().isEmpty() && set.rules().size() < 3;
    int few = set.grants().isEmpty() || dice.percent(50) ? 12 : 3;
    int count = dice.percent(15) ? 65 + dice.below(20) : dice.below(few);
    count = resting ? 0 : count;
    for (int i = 0; i < count; i++) {
      rules.add(rule("pinned" + i));
    }
    return new PolicySet(
        set.name(),
        set.schema(),
        set.modules(),
        rules,
        set.scopes(),
        set.approvals(),
        set.grants(),
        set.suspends(),
        set.labels(),
        limits(set),
        set.invariants(),
        set.tools(),
        set.zones());
  }

  /** Another limit, on which views of one request count differently. */
  private List<Limit> limits(PolicySet set) {
    List<Limit> limits = new ArrayList<>(set.limits());
    if (dice.percent(25)) {
      Limit.LimitCase text =
          new Limit.LimitCase(
              Rulebook.slots(List.of("read", "deploy"), List.of("User", "Agent")),
              Exprs.TRUE,
              EveryConstruct.oneOf(dice, false),
              Exprs.iff(Exprs.is(PRINCIPAL, "User"), n(1), n(2)),
              new Limit.Key.EntityKey(dice.of(PRINCIPAL, Exprs.ORIGIN)));
      Limit.Window window =
          dice.of(new Limit.Window.Rolling(3_600_000), new Limit.Window.Rolling(90));
      limits.add(new Limit("views", "", dice.percent(40), List.of(text), 2, window, List.of()));
    }
    return limits;
  }

  private Rule rule(String id) {
    RuleEffect effect = dice.percent(85) ? RuleEffect.PERMIT : RuleEffect.FORBID;
    Case text =
        new Case(
            Rulebook.slots(
                dice.of(List.of("read"), List.of("deploy"), List.of("deploy", "read")),
                dice.of(List.of("User"), List.of("Agent"), List.of("User", "Agent"))),
            condition(effect == RuleEffect.PERMIT ? 3 : 4),
            dice.percent(15)
                ? List.of(new ObligationCall("log", List.of(dice.of(n(7), arg("amount")))))
                : List.of());
    return new Rule(id, "", effect, dice.percent(5), List.of(text), null, List.of());
  }

  private Expr condition(int most) {
    List<Expr> parts = new ArrayList<>(dice.some(0, most, () -> dice.of(ALWAYS_THERE)));
    if (dice.percent(35)) {
      parts.add(has(ARGS, "ticket"));
      parts.add(eq(arg("ticket"), s("OPS-1")));
    }
    if (dice.percent(4)) {
      parts.add(eq(arg("ticket"), s("OPS-1")));
    }
    if (dice.percent(40)) {
      parts = new ArrayList<>(dice.some(1, 2, this::anchor));
    }
    if (dice.percent(25)) {
      parts = new ArrayList<>(parts.subList(0, Math.min(1, parts.size())));
      parts.addAll(compared());
    }
    if (dice.percent(35)) {
      parts.add(EveryConstruct.oneOf(dice, sessions));
    }
    return new Expr.And(dice.shuffled(parts));
  }

  /** Attributes that are compared with each other. */
  private List<Expr> compared() {
    Expr.Comparison op = dice.of(Expr.Comparison.values());
    return switch (dice.below(5)) {
      case 0, 1 -> compared("spare", Exprs.cmp(arg("amount"), op, arg("spare")));
      case 2, 3 -> compared("ticket", Exprs.cmp(arg("env"), alike(op), arg("ticket")));
      default -> List.of(Exprs.cmp(Exprs.ORIGIN, alike(op), PRINCIPAL));
    };
  }

  /** A comparison, or its negation, mostly where the argument is there. */
  private List<Expr> compared(String arg, Expr comparison) {
    Expr asked = dice.percent(30) ? new Expr.Not(comparison) : comparison;
    return dice.percent(85) ? List.of(has(ARGS, arg), asked) : List.of(asked);
  }

  private static Expr.Comparison alike(Expr.Comparison op) {
    return op == Expr.Comparison.EQ ? op : Expr.Comparison.NE;
  }

  /** What an index can look up though it fixes nothing. */
  private Expr anchor() {
    return switch (dice.below(8)) {
      case 0, 1 -> Exprs.cmp(arg("amount"), dice.of(Expr.Comparison.values()), bound());
      case 2 -> new Expr.Between(arg("amount"), bound(), bound());
      case 3 -> Exprs.cmp(bound(), dice.of(Expr.Comparison.values()), arg("amount"));
      case 4 -> Exprs.in(dice.of(PRINCIPAL, RESOURCE, Exprs.ORIGIN), c(group()), c(group()));
      case 5 -> new Expr.Like(arg("env"), dice.of("pro*", "*d", "p?o*", "*", "dev", "t*t", "*e*"));
      case 6 -> new Expr.StringStartsWith(arg("env"), s(dice.of("pr", "prod", "de", "x")));
      default -> Exprs.or(dice.of(ALWAYS_THERE), anchor());
    };
  }

  private Expr bound() {
    return n(dice.of(Long.MIN_VALUE, 0L, 1L, 2L, 7L, 12L, Long.MAX_VALUE));
  }

  private EntityId group() {
    return dice.of(Realm.SRE, Realm.ENG, Realm.BOT, Realm.PAY, Realm.LEDGER);
  }
}
