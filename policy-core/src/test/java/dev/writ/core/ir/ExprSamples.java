package dev.writ.core.ir;

import dev.writ.core.model.BoolValue;
import dev.writ.core.model.CidrValue;
import dev.writ.core.model.CommandValue;
import dev.writ.core.model.DecimalValue;
import dev.writ.core.model.DurationValue;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EnumValue;
import dev.writ.core.model.InstantValue;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.IpValue;
import dev.writ.core.model.Json;
import dev.writ.core.model.MapValue;
import dev.writ.core.model.OpaqueValue;
import dev.writ.core.model.PathValue;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Schema;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.SpiffeIdValue;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.Type;
import dev.writ.core.model.UrlValue;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** An expression of every kind and a value of every kind, for tests that must see them all. */
final class ExprSamples {

  static final Type.EnumType ENVIRONMENT =
      new Type.EnumType(
          "app.Environment",
          true,
          List.of(new Type.Enumerator("dev", "dev"), new Type.Enumerator("prod", "production")));

  private ExprSamples() {}

  static Expr root(Expr.Root root) {
    return new Expr.Var(root);
  }

  static Expr arg(String name) {
    return new Expr.Member(root(Expr.Root.ARGS), name);
  }

  static Expr text(String text) {
    return new Expr.Const(new StringValue(text));
  }

  static Expr number(long number) {
    return new Expr.Const(new IntValue(number));
  }

  private static UrlValue url() {
    try {
      return UrlValue.parse("https://example.com:8443/a");
    } catch (InvalidValueException e) {
      throw new AssertionError(e);
    }
  }

  /** One value of every kind. */
  static List<Value> values() {
    return List.of(
        BoolValue.TRUE,
        new IntValue(Long.MIN_VALUE),
        new DecimalValue(-12345),
        new StringValue("a\"b\\c\u0001 😀"),
        new InstantValue(1_772_445_600_000L),
        new DurationValue(-90_000),
        new IpValue(0, 0xffff_0a00_0001L),
        new CidrValue(new IpValue(0x2001_0db8_0000_0000L, 0), 32),
        new PathValue("/srv/app"),
        url(),
        new SpiffeIdValue("spiffe://example.org/bot"),
        new CommandValue("git status"),
        new OpaqueValue(new Json.Arr(List.of(new Json.Bool(true), Json.Null.INSTANCE))),
        new EnumValue(ENVIRONMENT, 1),
        EntityId.of("app.Team", "sre \"one\""),
        SetValue.of(List.of(new StringValue("b"), new StringValue("a"))),
        RecordValue.of(Map.of("x", new IntValue(1))),
        MapValue.of(Map.of("k", new StringValue("v"))));
  }

  /** An expression of every kind, each a condition of its own. */
  static List<Expr> conditions() {
    List<Expr> all = new ArrayList<>(logic());
    all.addAll(relations());
    all.addAll(strings());
    all.addAll(authority());
    all.addAll(time());
    for (Expr.Part part : Expr.Part.values()) {
      Expr read = new Expr.PartOf(part, arg("x"));
      all.add(new Expr.Compare(Expr.Comparison.EQ, read, read));
    }
    all.add(Expr.is(root(Expr.Root.DELEGATOR), "app.User"));
    return List.copyOf(all);
  }

  private static List<Expr> logic() {
    Expr same = new Expr.Compare(Expr.Comparison.EQ, arg("ticket"), text("OPS-1"));
    Expr has = new Expr.Has(root(Expr.Root.ARGS), "ticket");
    return List.of(
        Expr.yes(),
        new Expr.And(List.of(has, same)),
        new Expr.Or(List.of(new Expr.Not(has), new Expr.HasDelegator())),
        new Expr.If(has, same, Expr.no()),
        new Expr.Quantified(
            true,
            "r",
            List.of(
                new Expr.QuantifiedSet(null, arg("to")),
                new Expr.QuantifiedSet(new Expr.Has(root(Expr.Root.ARGS), "cc"), arg("cc"))),
            new Expr.And(
                List.of(
                    new Expr.Like(new Expr.Local("r"), "*@example.com"),
                    new Expr.Compare(
                        Expr.Comparison.LE,
                        new Expr.SourceOfElement(List.of("to", "cc"), "r"),
                        new Expr.Const(new EnumValue(Schema.SOURCE, 1)))))),
        new Expr.Quantified(
            false,
            "s",
            List.of(new Expr.QuantifiedSet(null, arg("to"))),
            new Expr.StringStartsWith(new Expr.Local("s"), text("ops-"))));
  }

  private static List<Expr> relations() {
    Expr principal = root(Expr.Root.PRINCIPAL);
    Expr resource = root(Expr.Root.RESOURCE);
    EntityId team = EntityId.of("app.Team", "sre");
    return List.of(
        new Expr.Compare(
            Expr.Comparison.GT,
            new Expr.Arith(
                Expr.Arithmetic.ADD,
                new Expr.Times(arg("amount"), -1),
                new Expr.Arith(Expr.Arithmetic.SUB, number(1), number(2))),
            number(-3)),
        new Expr.Between(arg("amount"), number(0), number(10)),
        Expr.in(principal, team),
        new Expr.InEntities(
            principal, List.of(new Expr.Const(team), new Expr.Member(resource, "team"))),
        new Expr.InEntitySet(principal, new Expr.Member(resource, "owners")),
        new Expr.InList(arg("ticket"), List.of(text("A"), text("B"))),
        new Expr.InNetwork(
            new Expr.Member(root(Expr.Root.FACTS), "ip"),
            new Expr.Const(new CidrValue(new IpValue(0, 0xffff_0a00_0000L), 104))),
        new Expr.Is(principal, new TreeSet<>(List.of("app.User", "app.Agent"))),
        Expr.is(root(Expr.Root.ORIGIN), "app.User"),
        new Expr.Contains(arg("to"), text("x")),
        new Expr.ContainsEach(true, arg("to"), new Expr.SetOf(List.of(text("x"), text("y")))),
        new Expr.ContainsEach(false, arg("to"), new Expr.SetOf(List.of())),
        new Expr.Compare(Expr.Comparison.LE, new Expr.Size(arg("to")), number(3)));
  }

  private static List<Expr> strings() {
    return List.of(
        new Expr.Matches(arg("file"), "/srv/*/logs/**"),
        new Expr.PathUnder(arg("file"), new Expr.Const(new PathValue("/srv"))),
        new Expr.HostUnder(new Expr.PartOf(Expr.Part.URL_HOST, arg("url")), "example.com"),
        new Expr.CommandStartsWith(arg("command"), List.of("git", "status")),
        new Expr.EqualsIgnoringAsciiCase(arg("ticket"), text("ops")),
        new Expr.Compare(
            Expr.Comparison.NE, new Expr.PartOf(Expr.Part.PATH_NAME, arg("file")), text("x")));
  }

  private static List<Expr> authority() {
    return List.of(
        new Expr.Approved("app.review"),
        new Expr.Confirmed("app.say_yes"),
        new Expr.Granted("app.prod"),
        new Expr.Labelled("app.untrusted"),
        new Expr.Compare(
            Expr.Comparison.LT,
            new Expr.SourceOfArg("ticket"),
            new Expr.Const(new EnumValue(Schema.SOURCE, 3))));
  }

  private static List<Expr> time() {
    Expr issued = new Expr.Member(root(Expr.Root.SESSION), "issued");
    return List.of(
        new Expr.NowCompare(Expr.Comparison.GE, issued),
        new Expr.AgeCompare(issued, Expr.Comparison.LT, new Expr.Const(new DurationValue(600_000))),
        new Expr.HourCompare("Europe/Berlin", Expr.Comparison.LT, number(18)),
        new Expr.WeekdayIn("Europe/Berlin", new TreeSet<>(List.of(0, 4))),
        new Expr.TimeOfDayBetween("Europe/Berlin", 22 * 60, 6 * 60));
  }
}
