package dev.writ.core.reference;

import static dev.writ.core.reference.Exprs.ARGS;
import static dev.writ.core.reference.Exprs.DELEGATOR;
import static dev.writ.core.reference.Exprs.ORIGIN;
import static dev.writ.core.reference.Exprs.PRINCIPAL;
import static dev.writ.core.reference.Exprs.RESOURCE;
import static dev.writ.core.reference.Exprs.SESSION;
import static dev.writ.core.reference.Exprs.add;
import static dev.writ.core.reference.Exprs.and;
import static dev.writ.core.reference.Exprs.any;
import static dev.writ.core.reference.Exprs.arg;
import static dev.writ.core.reference.Exprs.at;
import static dev.writ.core.reference.Exprs.c;
import static dev.writ.core.reference.Exprs.cidr;
import static dev.writ.core.reference.Exprs.cmp;
import static dev.writ.core.reference.Exprs.command;
import static dev.writ.core.reference.Exprs.dot;
import static dev.writ.core.reference.Exprs.eq;
import static dev.writ.core.reference.Exprs.every;
import static dev.writ.core.reference.Exprs.has;
import static dev.writ.core.reference.Exprs.iff;
import static dev.writ.core.reference.Exprs.in;
import static dev.writ.core.reference.Exprs.ip;
import static dev.writ.core.reference.Exprs.is;
import static dev.writ.core.reference.Exprs.local;
import static dev.writ.core.reference.Exprs.lt;
import static dev.writ.core.reference.Exprs.millis;
import static dev.writ.core.reference.Exprs.n;
import static dev.writ.core.reference.Exprs.not;
import static dev.writ.core.reference.Exprs.or;
import static dev.writ.core.reference.Exprs.part;
import static dev.writ.core.reference.Exprs.path;
import static dev.writ.core.reference.Exprs.s;
import static dev.writ.core.reference.Exprs.set;
import static dev.writ.core.reference.Exprs.sub;
import static dev.writ.core.reference.Exprs.times;
import static dev.writ.core.reference.Exprs.url;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Expr.Comparison;
import dev.writ.core.ir.Expr.Part;
import dev.writ.core.model.EnumValue;
import dev.writ.core.model.MapValue;
import dev.writ.core.model.Schema;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.StringValue;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Conditions in the {@link Realm} in which every kind of expression comes up, most well-typed. */
final class EveryConstruct {
  private static final Expr AMOUNT = arg("amount");
  private static final Expr OWNER = dot(PRINCIPAL, "owner");
  private static final Expr TO = arg("to");
  private static final Expr TAGS = c(MapValue.of(Map.of("k", new StringValue("v"))));
  private static final Expr URL = url("https://example.com:8443/a/b");
  private static final Expr PLAIN = url("https://10.0.0.1/");
  private static final Expr COMMAND = command("git status -s");

  /** Those that read nothing but the request. */
  static final List<Expr> OF_THE_REQUEST =
      List.of(
          cmp(AMOUNT, Comparison.NE, n(1)),
          cmp(AMOUNT, Comparison.LE, n(2)),
          cmp(n(2), Comparison.GE, AMOUNT),
          cmp(times(AMOUNT, 3), Comparison.GT, sub(n(7), AMOUNT)),
          eq(times(AMOUNT, Long.MAX_VALUE), n(0)),
          new Expr.Between(AMOUNT, n(0), n(10)),
          new Expr.Between(AMOUNT, n(0), add(n(Long.MAX_VALUE), AMOUNT)),
          new Expr.InList(arg("env"), List.of(s("prod"), s("test"))),
          new Expr.InList(s("prod"), List.of(arg("env"), arg("ticket"))),
          and(has(ARGS, "ticket"), new Expr.InList(arg("ticket"), List.of(s("OPS-1")))),
          new Expr.Contains(
              c(SetValue.of(List.of(new StringValue("dev"), new StringValue("x")))), arg("env")),
          and(has(ARGS, "to"), new Expr.Contains(TO, s("a"))),
          and(has(ARGS, "to"), new Expr.ContainsEach(true, TO, set(s("a"), s("b")))),
          and(has(ARGS, "to"), new Expr.ContainsEach(false, set(s("b"), arg("env")), TO)),
          or(new Expr.Not(has(ARGS, "to")), cmp(new Expr.Size(TO), Comparison.LT, n(2))),
          any("x", set(AMOUNT, n(1)), eq(local("x"), n(1))),
          every("x", set(n(1), n(2)), any("y", set(n(1), AMOUNT), lt(local("y"), local("x")))),
          every("x", set(AMOUNT, n(Long.MAX_VALUE)), lt(n(0), add(local("x"), n(1)))),
          new Expr.Quantified(
              true,
              "r",
              List.of(new Expr.QuantifiedSet(has(ARGS, "to"), TO)),
              cmp(
                  new Expr.SourceOfElement(List.of("to"), "r"),
                  Comparison.LE,
                  c(new EnumValue(Schema.SOURCE, 2)))),
          fromNoWorse("r", 1),
          not(fromNoWorse("r", 2)),
          fromNoWorse("r", 0),
          not(fromNoWorse("r", 1)),
          cmp(new Expr.SourceOfArg("env"), Comparison.LT, c(new EnumValue(Schema.SOURCE, 3))),
          new Expr.Like(arg("env"), "p*d"),
          new Expr.StringStartsWith(arg("env"), s("pr")),
          new Expr.EqualsIgnoringAsciiCase(arg("env"), s("PROD")),
          is(PRINCIPAL, "User"),
          not(is(ORIGIN, "Agent")),
          eq(RESOURCE, c(Realm.LEDGER)),
          and(new Expr.HasDelegator(), eq(DELEGATOR, c(Realm.BO))),
          eq(DELEGATOR, c(Realm.BO)),
          iff(eq(arg("env"), s("prod")), lt(AMOUNT, n(5)), eq(arg("ticket"), s("OPS-1"))),
          and(has(new Expr.Var(Expr.Root.FACTS), "digest"), eq(AMOUNT, n(1))),
          eq(arg("ticket"), s("OPS-1")));

  /** Those that read entities. */
  static final List<Expr> OF_ENTITIES =
      List.of(
          in(OWNER, c(Realm.SRE)),
          and(has(OWNER, "oncall"), dot(OWNER, "oncall")),
          dot(OWNER, "oncall"),
          has(PRINCIPAL, "oncall"),
          eq(dot(RESOURCE, "team"), c(Realm.SRE)),
          in(dot(RESOURCE, "team"), c(Realm.ENG), c(Realm.SEC)),
          in(PRINCIPAL, dot(RESOURCE, "team"), c(Realm.SEC)),
          new Expr.InEntitySet(PRINCIPAL, dot(RESOURCE, "owners")),
          new Expr.InEntitySet(ORIGIN, set(c(Realm.SEC), dot(RESOURCE, "team"))),
          any("t", dot(RESOURCE, "owners"), in(PRINCIPAL, local("t"))),
          every("u", set(c(Realm.ANN), c(Realm.BAD)), has(local("u"), "oncall")),
          dot(RESOURCE, "frozen"),
          not(dot(RESOURCE, "frozen")),
          eq(OWNER, c(Realm.ANN)));

  /** Those that read the clock, and constants of every kind. */
  static final List<Expr> OF_CONSTANTS =
      List.of(
          new Expr.NowCompare(Comparison.GE, at("2026-03-02T10:00:00Z")),
          new Expr.AgeCompare(at("2026-03-02T09:59:00Z"), Comparison.LT, millis(60_001)),
          new Expr.AgeCompare(
              c(new dev.writ.core.model.InstantValue(Long.MIN_VALUE)), Comparison.LT, millis(0)),
          new Expr.HourCompare("Europe/Berlin", Comparison.EQ, n(11)),
          new Expr.HourCompare("Nowhere/Zone", Comparison.EQ, n(11)),
          new Expr.WeekdayIn("Europe/Berlin", new TreeSet<>(List.of(0))),
          new Expr.TimeOfDayBetween("Europe/Berlin", 22 * 60, 6 * 60),
          not(new Expr.TimeOfDayBetween("Europe/Berlin", 20 * 60, 9 * 60)),
          new Expr.InNetwork(ip("10.0.0.1"), cidr("10.0.0.0/8")),
          new Expr.InNetwork(ip("10.0.0.1"), set(cidr("11.0.0.0/8"), cidr("::/0"))),
          new Expr.Matches(path("/srv/a/logs/x"), "/srv/*/logs/**"),
          new Expr.PathUnder(path("/srv/a"), path("/srv")),
          new Expr.HostUnder(part(Part.URL_HOST, URL), "example.com"),
          new Expr.HostUnder(part(Part.URL_HOST, PLAIN), "com"),
          eq(part(Part.URL_PORT, URL), n(8443)),
          and(has(PLAIN, "port"), eq(part(Part.URL_PORT, PLAIN), n(1))),
          eq(part(Part.URL_PORT, PLAIN), n(1)),
          eq(part(Part.URL_SCHEME, URL), s("https")),
          new Expr.PathUnder(part(Part.URL_PATH, URL), path("/a")),
          eq(part(Part.PATH_NAME, path("/srv/a")), s("a")),
          new Expr.CommandStartsWith(COMMAND, List.of("git", "status")),
          eq(part(Part.COMMAND_PROGRAM, COMMAND), s("git")),
          eq(part(Part.COMMAND_FIRST, command("ls")), s("x")),
          and(has(COMMAND, "first"), eq(part(Part.COMMAND_FIRST, COMMAND), s("status"))),
          new Expr.Contains(part(Part.COMMAND_ARGS, COMMAND), s("-s")),
          and(has(TAGS, "k"), eq(dot(TAGS, "k"), s("v"))),
          eq(dot(TAGS, "absent"), s("v")),
          lt(sub(at("2026-03-02T10:00:00Z"), at("2026-03-02T09:00:00Z")), millis(3_600_001)));

  /** Those that no compiler makes: an operator meets a value that it cannot take. */
  static final List<Expr> ILL_TYPED =
      List.of(
          lt(arg("env"), n(1)),
          new Expr.Like(AMOUNT, "*"),
          and(dot(AMOUNT, "x"), eq(arg("env"), s("dev"))),
          in(AMOUNT, c(Realm.SRE)),
          any("x", AMOUNT, Exprs.TRUE),
          and(eq(arg("env"), s("nowhere")), AMOUNT),
          and(eq(arg("env"), s("nowhere")), new Expr.Size(arg("env"))),
          and(eq(arg("env"), s("nowhere")), is(AMOUNT, "User")),
          eq(local("free"), n(1)),
          dot(ARGS, "undeclared"));

  static final List<Expr> OF_THE_SESSION =
      List.of(dot(SESSION, "mfa"), not(dot(SESSION, "mfa")), eq(dot(SESSION, "mfa"), Exprs.TRUE));

  private EveryConstruct() {}

  /** Whether every addressee came from no worse a source. */
  private static Expr fromNoWorse(String addressee, int worst) {
    return new Expr.Quantified(
        true,
        addressee,
        List.of(
            new Expr.QuantifiedSet(has(ARGS, "to"), TO),
            new Expr.QuantifiedSet(has(ARGS, "cc"), arg("cc"))),
        cmp(
            new Expr.SourceOfElement(List.of("to", "cc"), addressee),
            Comparison.LE,
            c(new EnumValue(Schema.SOURCE, worst))));
  }

  /** One of them. */
  static Expr oneOf(Dice dice, boolean sessions) {
    int chance = dice.below(100);
    if (chance < 2) {
      return dice.of(ILL_TYPED);
    }
    if (sessions && chance < 10) {
      return dice.of(OF_THE_SESSION);
    }
    return dice.of(chance < 45 ? OF_THE_REQUEST : chance < 65 ? OF_ENTITIES : OF_CONSTANTS);
  }
}
