package dev.writ.core.ir;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.ObligationDef;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A policy set that holds every construct, each optional part once with and once without. */
final class PolicySetSamples {

  static final String MODULE = "app";
  static final Slot DEPLOY = new Slot("app.deploy", "app.User", "app.Service");
  static final Slot DEPLOY_BY_AGENT = new Slot("app.deploy", "app.Agent", "app.Service");
  static final EntityId SRE = EntityId.of("app.Team", "sre \"one\"");

  private static final List<Annotation> NOTES =
      List.of(new Annotation("control", List.of("NIST", "PR.AA-05")));

  private PolicySetSamples() {}

  /** The set. */
  static PolicySet whole() {
    return new PolicySet(
        "payments",
        schema(),
        List.of(new Module(MODULE, "team-a", SRE), new Module("", null, null)),
        rules(),
        scopes(),
        List.of(review(), confirmation()),
        List.of(prod(), breakGlass(), bare()),
        List.of(
            new Suspend(
                MODULE,
                names("app.Agent"),
                List.of(
                    new Actor(
                        new EntityPattern(names("app.User"), null, List.of(SRE)),
                        new Expr.Member(ExprSamples.root(Expr.Root.REQUESTER), "oncall"))),
                List.of(
                    new Actor(
                        new EntityPattern(
                            names("app.User"), EntityId.of("app.User", "ann"), List.of()),
                        null)))),
        List.of(new Label("app.untrusted", MODULE, List.of(aCase(DEPLOY, Expr.yes())), NOTES)),
        limits(),
        List.of(
            new Invariant(
                "app/never",
                MODULE,
                List.of(new Invariant.InvariantCase(slots(DEPLOY), Expr.yes(), Expr.no())),
                NOTES)),
        tools(),
        List.of(
            new ZoneTable(
                "Europe/Berlin",
                "2025b",
                4_102_444_800_000L,
                3600,
                List.of(new ZoneTable.Transition(1_774_746_000_000L, 7200)))));
  }

  static SortedSet<String> names(String... names) {
    return new TreeSet<>(Arrays.asList(names));
  }

  static SortedSet<Slot> slots(Slot... slots) {
    return new TreeSet<>(Arrays.asList(slots));
  }

  static Case aCase(Slot slot, Expr condition) {
    return new Case(slots(slot), condition, List.of());
  }

  private static Schema schema() {
    return new Schema(
        new TreeMap<>(Map.of("app.Environment", ExprSamples.ENVIRONMENT)),
        new TreeMap<>(
            Map.of(
                "app.Team", entityType("app.Team", false, null, Type.RecordType.EMPTY),
                "app.Agent", entityType("app.Agent", false, null, Type.RecordType.EMPTY),
                "app.User", entityType("app.User", true, "mail", userFields()),
                "app.Service",
                    new EntityTypeDef(
                        "app.Service",
                        false,
                        true,
                        names("app.Team"),
                        null,
                        names("a", "b"),
                        new Type.RecordType(
                            List.of(field("team", Type.EntityType.of("app.Team"))))))),
        new TreeMap<>(
            Map.of(
                "app.deploy",
                new ActionDef(
                    "app.deploy",
                    MODULE,
                    names("app.User", "app.Agent"),
                    names("app.Service"),
                    new Type.RecordType(allTypes()),
                    new Type.RecordType(List.of(field("ip", Type.Scalar.IP)))))),
        new TreeMap<>(
            Map.of("log", new ObligationDef("log", List.of(field("text", Type.Scalar.STRING))))),
        new Type.RecordType(
            List.of(
                field("issued", Type.Scalar.INSTANT),
                new Type.Field("service", Type.EntityType.of("app.Service"), true, false))));
  }

  private static EntityTypeDef entityType(
      String name, boolean human, @Nullable String person, Type.RecordType attributes) {
    return new EntityTypeDef(name, human, false, names("app.Team"), person, null, attributes);
  }

  private static Type.RecordType userFields() {
    return new Type.RecordType(
        List.of(field("mail", Type.Scalar.STRING), field("oncall", Type.Scalar.BOOL)));
  }

  private static List<Type.Field> allTypes() {
    List<Type.Field> fields = new ArrayList<>();
    for (Type.Scalar scalar : Type.Scalar.values()) {
      fields.add(field("a_" + scalar.name(), scalar));
    }
    fields.add(field("ticket", Type.Scalar.STRING));
    fields.add(field("file", new Type.PathType("/srv")));
    fields.add(field("other", Type.PathType.ABSOLUTE));
    fields.add(field("environment", ExprSamples.ENVIRONMENT));
    fields.add(field("owner", Type.EntityType.of(List.of("app.User", "app.Team"))));
    fields.add(field("to", new Type.SetType(Type.Scalar.STRING, 1, 50)));
    fields.add(field("tags", new Type.MapType(Type.Scalar.STRING)));
    fields.add(
        field(
            "swaps",
            new Type.SetType(
                new Type.RecordType(
                    List.of(field("old", Type.Scalar.STRING), field("new", Type.Scalar.STRING))),
                0,
                9)));
    fields.add(
        new Type.Field(
            "nested", new Type.RecordType(List.of(field("source", Schema.SOURCE))), true, true));
    return fields;
  }

  private static Type.Field field(String name, Type type) {
    return new Type.Field(name, type, false, false);
  }

  private static List<Rule> rules() {
    List<Expr> parts = new ArrayList<>(ExprSamples.conditions());
    ExprSamples.values()
        .forEach(
            value ->
                parts.add(
                    new Expr.Compare(
                        Expr.Comparison.EQ, new Expr.Const(value), new Expr.Const(value))));
    return List.of(
        new Rule(
            "app/everything",
            MODULE,
            Rule.RuleEffect.FORBID,
            true,
            List.of(
                new Case(
                    slots(DEPLOY, DEPLOY_BY_AGENT),
                    new Expr.And(parts),
                    List.of(new ObligationCall("log", List.of(ExprSamples.text("full")))))),
            "it is everything",
            NOTES),
        new Rule(
            "app/own",
            MODULE,
            Rule.RuleEffect.PERMIT,
            false,
            List.of(aCase(DEPLOY, Expr.yes())),
            null,
            List.of()));
  }

  private static List<Scope> scopes() {
    EntityPattern agents = new EntityPattern(names("app.Agent"), null, List.of());
    return List.of(
        new Scope(
            "app.bots",
            MODULE,
            List.of(agents),
            SRE,
            true,
            List.of(
                new Scope.MayClause(true, List.of(aCase(DEPLOY_BY_AGENT, Expr.yes()))),
                new Scope.MayClause(false, List.of())),
            NOTES),
        new Scope("app.none", MODULE, List.of(agents), null, false, List.of(), List.of()));
  }

  private static Approval review() {
    Expr team = new Expr.Member(ExprSamples.root(Expr.Root.RESOURCE), "team");
    Expr oncall = new Expr.Member(ExprSamples.root(Expr.Root.APPROVER), "oncall");
    return new Approval(
        "app.review",
        MODULE,
        Approval.Kind.APPROVAL,
        List.of(
            new Approval.ApprovalCase(
                slots(DEPLOY),
                Expr.yes(),
                new Quorum(
                    true,
                    List.of(
                        new Quorum.Clause(
                            2,
                            names("app.User"),
                            new Quorum.Membership(true, List.of(new Expr.Local("t"))),
                            oncall,
                            1,
                            new Quorum.ForEach("t", new Expr.SetOf(List.of(team)))),
                        new Quorum.Clause(1, names("app.User"), null, null, 0, null))),
                List.of(
                    new Approval.Exclusion(
                        ExprSamples.root(Expr.Root.REQUESTER), true, Expr.yes())))),
        names("args.ticket", "facts.ip"),
        14_400_000,
        3_600_000,
        1,
        true,
        5,
        NOTES);
  }

  private static Approval confirmation() {
    return new Approval(
        "app.say_yes",
        MODULE,
        Approval.Kind.CONFIRMATION,
        List.of(
            new Approval.ApprovalCase(slots(DEPLOY_BY_AGENT), Expr.yes(), Quorum.NONE, List.of())),
        names(),
        600_000,
        300_000,
        1,
        false,
        0,
        List.of());
  }

  private static GrantTemplate prod() {
    return new GrantTemplate(
        "app.prod",
        MODULE,
        false,
        List.of(aCase(DEPLOY, Expr.yes())),
        List.of(new Actor(new EntityPattern(names("app.User"), null, List.of()), null)),
        true,
        List.of(),
        List.of("app.review"),
        new GrantTemplate.Binding(false, true, "app.Team", names("args.ticket")),
        1_800_000,
        1,
        null,
        NOTES);
  }

  private static GrantTemplate breakGlass() {
    return new GrantTemplate(
        "app.break_glass",
        MODULE,
        true,
        List.of(aCase(DEPLOY, Expr.yes())),
        List.of(),
        false,
        List.of(),
        List.of(),
        new GrantTemplate.Binding(true, false, null, names()),
        900_000,
        3,
        new GrantTemplate.Review(
            86_400_000,
            new Quorum(
                false, List.of(new Quorum.Clause(1, names("app.User"), null, null, 0, null))),
            List.of()),
        List.of());
  }

  private static GrantTemplate bare() {
    return new GrantTemplate(
        "app.on_duty",
        MODULE,
        false,
        List.of(),
        List.of(),
        false,
        List.of(),
        List.of(),
        null,
        900_000,
        0,
        null,
        List.of());
  }

  private static List<Limit> limits() {
    Limit.Key principal = new Limit.Key.EntityKey(ExprSamples.root(Expr.Root.PRINCIPAL));
    return List.of(
        limit("app/rolling", principal, new Limit.Window.Rolling(3_600_000)),
        limit("app/session", new Limit.Key.SessionKey(), new Limit.Window.SessionLife()),
        limit("app/month", principal, new Limit.Window.Calendar(true, "Europe/Berlin")));
  }

  private static Limit limit(String id, Limit.Key key, Limit.Window window) {
    return new Limit(
        id,
        MODULE,
        false,
        List.of(
            new Limit.LimitCase(slots(DEPLOY), Expr.yes(), Expr.no(), ExprSamples.number(1), key)),
        50,
        window,
        NOTES);
  }

  private static List<ToolBinding> tools() {
    return List.of(
        new ToolBinding(
            "",
            "deploy",
            "ci",
            "app.deploy",
            new ToolBinding.FromArgument("app.Service", "service"),
            placements(),
            names("dry-run", "note"),
            "sha256:" + "1f".repeat(32),
            NOTES),
        new ToolBinding(
            "",
            "deploy default",
            null,
            "app.deploy",
            new ToolBinding.FromSession("service"),
            placements(),
            names(),
            null,
            List.of()),
        new ToolBinding(
            "",
            "deploy_a",
            null,
            "app.deploy",
            new ToolBinding.Fixed(EntityId.of("app.Service", "a")),
            placements(),
            names(),
            null,
            List.of()));
  }

  /** Every argument of the action: one optional, two zipped, the others under their own names. */
  private static List<ToolBinding.Placement> placements() {
    List<ToolBinding.Placement> all = new ArrayList<>();
    for (Type.Field field : allTypes()) {
      if (field.name().equals("swaps")) {
        all.add(
            new ToolBinding.Zipped(
                List.of(new ToolBinding.Part("old-ids", "old"), new ToolBinding.Part("new", "new")),
                "swaps"));
      } else {
        String argument = field.name().equals("nested") ? "extra" : field.name();
        all.add(new ToolBinding.Placed(argument, field.optional(), field.name()));
      }
    }
    return all;
  }
}
