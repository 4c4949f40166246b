package dev.writ.core.plan;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Approval.Kind;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprVisitor;
import dev.writ.core.ir.ZoneTable;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Glob;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.PathPattern;
import dev.writ.core.model.PathValue;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.Type;
import dev.writ.core.model.Type.Scalar;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Expressions to nodes, within one slice: equal ones become one node, and whatever may go wrong in
 * them is put among the guards. For one thread.
 */
final class Compiler implements ExprVisitor<Node> {
  private final Types types;
  private final Map<String, ZoneTable> zones;
  private final Guards guards;
  private final @Nullable Slots slots;
  private final Map<Expr, Node> known = new HashMap<>();
  private final Reads reads = new Reads(this);

  /** The variables of the quantifiers around, the outer before the inner. */
  private final List<String> locals = new ArrayList<>();

  private final List<@Nullable Type> localTypes = new ArrayList<>();

  /** Whether something below the innermost quantifier may go wrong. */
  private boolean unsafeBody;

  Compiler(Types types, Map<String, ZoneTable> zones, Guards guards) {
    this(types, zones, guards, null);
  }

  /**
   * @param slots keep what is read of the request, or null
   */
  Compiler(Types types, Map<String, ZoneTable> zones, Guards guards, @Nullable Slots slots) {
    this.slots = slots;
    this.types = types;
    this.zones = zones;
    this.guards = guards;
  }

  Types types() {
    return types;
  }

  /** What an expression depends on. */
  int reads(Expr expr) {
    return reads.of(expr);
  }

  /** The node of an expression; the same for equal ones that no quantifier is around. */
  Node node(Expr expr) {
    if (!locals.isEmpty()) {
      return expr.accept(this);
    }
    Node node = known.get(expr);
    if (node == null) {
      Node bare = expr.accept(this);
      node = slots == null ? bare : slots.kept(expr, reads.of(expr), bare);
      known.put(expr, node);
    }
    return node;
  }

  /**
   * The node of an expression in which a variable of any type is bound, the first of its locals.
   */
  Node inside(String local, Expr expr) {
    locals.add(local);
    localTypes.add(null);
    Node node = node(expr);
    locals.remove(0);
    localTypes.remove(0);
    return node;
  }

  /** The node of a condition. */
  Node condition(Expr expr) {
    Node node = node(expr);
    if (node.type != Scalar.BOOL) {
      guard(List.of("condition", expr), expr, new Conditional(node));
    }
    return node;
  }

  /** A node whose value is asked for as a truth. */
  private static final class Conditional extends Condition {
    private final Node node;

    Conditional(Node node) {
      this.node = node;
    }

    @Override
    Truth truth(View view, Moment moment, Value[] locals) {
      return node.truth(view, moment, locals);
    }
  }

  /**
   * @param about an expression that depends on the same things
   */
  private void guard(Object what, Expr about, Node node) {
    if (locals.isEmpty()) {
      guards.add(what, reads.of(about), node);
    } else {
      unsafeBody = true;
    }
  }

  /** The node, looked at in every run unless its operands are certainly of the right types. */
  private Node checked(boolean certain, Expr expr, Node node) {
    if (!certain) {
      guard(expr, expr, node);
    }
    return node;
  }

  private Node one(@Nullable Type type, Expr operand, Strict.One operator) {
    return new Strict.OfOne(type, node(operand), operator);
  }

  private Node two(@Nullable Type type, Expr left, Expr right, Strict.Two operator) {
    return new Strict.OfTwo(type, node(left), node(right), operator);
  }

  private @Nullable Type type(Expr expr) {
    return node(expr).type;
  }

  // The request

  @Override
  public Node visitConst(Expr.Const expr) {
    return new Strict.Const(Types.of(expr.value()), expr.value());
  }

  @Override
  public Node visitVar(Expr.Var expr) {
    return types.isOpen(expr.root())
        ? RequestNodes.unbound("resource")
        : RequestNodes.root(expr.root(), types.of(expr.root()));
  }

  @Override
  public Node visitLocal(Expr.Local expr) {
    int index = locals.lastIndexOf(expr.name());
    return index < 0
        ? RequestNodes.unbound(expr.name())
        : RequestNodes.local(index, localTypes.get(index));
  }

  @Override
  public Node visitMember(Expr.Member expr) {
    String name = expr.name();
    Type of = type(expr.of());
    Node node =
        new Field(types.ofField(of, name), node(expr.of()), name, types.positionOf(of, name));
    readsFields(expr, expr.of(), of, node);
    return node;
  }

  @Override
  public Node visitHas(Expr.Has expr) {
    String name = expr.name();
    Type of = type(expr.of());
    Node node = one(Scalar.BOOL, expr.of(), (a, v, m) -> EntityOps.has(a, name, v, m));
    boolean part =
        (of == Scalar.URL && name.equals("port")) || (of == Scalar.COMMAND && name.equals("first"));
    if (!part) {
      readsFields(expr, expr.of(), of, node);
    }
    return node;
  }

  /** Members of the chain are known wherever a request is decided; other entities need not be. */
  private void readsFields(Expr expr, Expr of, @Nullable Type type, Node node) {
    boolean member = of instanceof Expr.Var word && word.root() != Expr.Root.RESOURCE;
    if (type instanceof Type.EntityType && !member) {
      guard(List.of("attributes", of), expr, one(null, of, Compiler::attributes));
    } else if (!(type instanceof Type.EntityType
        || type instanceof Type.RecordType
        || type instanceof Type.MapType)) {
      guard(expr, expr, node);
    }
  }

  private static @Nullable Value attributes(Value of, View view, Moment moment) {
    return of instanceof EntityId entity ? EntityOps.attributes(entity, view, moment) : null;
  }

  @Override
  public Node visitPartOf(Expr.PartOf expr) {
    Expr.Part part = expr.part();
    Type of = type(expr.of());
    boolean certain =
        switch (part) {
          case PATH_NAME -> of instanceof Type.PathType;
          case URL_SCHEME, URL_HOST, URL_PORT, URL_PATH -> of == Scalar.URL;
          case COMMAND_PROGRAM, COMMAND_FIRST, COMMAND_ARGS -> of == Scalar.COMMAND;
        };
    Type type =
        switch (part) {
          case PATH_NAME, URL_SCHEME, URL_HOST, COMMAND_PROGRAM, COMMAND_FIRST -> Scalar.STRING;
          case URL_PORT -> Scalar.INT;
          case URL_PATH -> Type.PathType.ABSOLUTE;
          case COMMAND_ARGS -> Types.setOf(Scalar.STRING);
        };
    return checked(certain, expr, one(type, expr.of(), (a, v, m) -> TextOps.part(part, a, m)));
  }

  @Override
  public Node visitHasDelegator(Expr.HasDelegator expr) {
    return RequestNodes.hasDelegator();
  }

  @Override
  public Node visitSourceOfArg(Expr.SourceOfArg expr) {
    return RequestNodes.sourceOfArg(expr.arg());
  }

  @Override
  public Node visitSourceOfElement(Expr.SourceOfElement expr) {
    return RequestNodes.sourceOfElement(expr.args(), node(new Expr.Local(expr.local())));
  }

  // Logic

  @Override
  public Node visitNot(Expr.Not expr) {
    return new Logic.Not(condition(expr.operand()));
  }

  @Override
  public Node visitAnd(Expr.And expr) {
    return new Logic.And(expr.operands().stream().map(this::condition).toList());
  }

  @Override
  public Node visitOr(Expr.Or expr) {
    return new Logic.Or(expr.operands().stream().map(this::condition).toList());
  }

  @Override
  public Node visitIf(Expr.If expr) {
    return new Logic.If(condition(expr.condition()), node(expr.then()), node(expr.otherwise()));
  }

  @Override
  public Node visitQuantified(Expr.Quantified expr) {
    List<Logic.Over> sets = new ArrayList<>();
    boolean certain = true;
    Type element = null;
    for (Expr.QuantifiedSet over : expr.sets()) {
      Node set = node(over.set());
      Type of = Types.elementOf(set.type);
      certain &= of != null && (element == null || element.equals(of));
      element = of;
      sets.add(new Logic.Over(over.presence() == null ? null : condition(over.presence()), set));
    }
    boolean outer = unsafeBody;
    unsafeBody = false;
    locals.add(expr.local());
    localTypes.add(certain ? element : null);
    Node body = condition(expr.body());
    int local = locals.size() - 1;
    locals.remove(local);
    localTypes.remove(local);
    boolean safe = certain && !unsafeBody;
    unsafeBody = outer;
    return checked(safe, expr, new Logic.Quantified(expr.every(), local, sets, body));
  }

  // Comparison and arithmetic

  @Override
  public Node visitCompare(Expr.Compare expr) {
    Expr.Comparison op = expr.op();
    if (op == Expr.Comparison.EQ || op == Expr.Comparison.NE) {
      return Compared.equality(node(expr.left()), node(expr.right()), op == Expr.Comparison.EQ);
    }
    if (NumberOps.areOrdered(type(expr.left()), type(expr.right()))) {
      return Compared.order(op, node(expr.left()), node(expr.right()));
    }
    return checked(
        false,
        expr,
        two(
            Scalar.BOOL,
            expr.left(),
            expr.right(),
            (a, b, v, m) -> NumberOps.compare(op, a, b, m)));
  }

  @Override
  public Node visitArith(Expr.Arith expr) {
    Type type = NumberOps.typeOf(expr.op(), type(expr.left()), type(expr.right()));
    return checked(
        false,
        expr,
        two(
            type,
            expr.left(),
            expr.right(),
            (a, b, v, m) -> NumberOps.arithmetic(expr.op(), a, b, m)));
  }

  @Override
  public Node visitTimes(Expr.Times expr) {
    long factor = expr.factor();
    Type type = type(expr.operand());
    return checked(
        false, expr, one(type, expr.operand(), (a, v, m) -> NumberOps.times(a, factor, m)));
  }

  @Override
  public Node visitBetween(Expr.Between expr) {
    Node operand = node(expr.operand());
    Node from = node(expr.from());
    Node to = node(expr.to());
    boolean certain =
        NumberOps.areOrdered(operand.type, from.type)
            && NumberOps.areOrdered(operand.type, to.type);
    return checked(certain, expr, new Between(operand, from, to));
  }

  private static final class Between extends Node {
    private final Node operand;
    private final Node from;
    private final Node to;

    Between(Node operand, Node from, Node to) {
      super(Scalar.BOOL);
      this.operand = operand;
      this.from = from;
      this.to = to;
    }

    @Override
    @Nullable Value value(View view, Moment moment, Value[] locals) {
      Value e = operand.value(view, moment, locals);
      Value a = from.value(view, moment, locals);
      Value b = to.value(view, moment, locals);
      return e == null || a == null || b == null ? null : NumberOps.between(e, a, b, moment);
    }
  }

  // Membership and sets

  @Override
  public Node visitInEntities(Expr.InEntities expr) {
    readsAncestors(expr.member());
    Node node =
        new Membership.OfSome(node(expr.member()), expr.groups().stream().map(this::node).toList());
    return checked(type(expr.member()) instanceof Type.EntityType, expr, node);
  }

  private void readsAncestors(Expr member) {
    guard(
        List.of("ancestors", member),
        new Expr.InEntities(member, List.of()),
        one(null, member, Compiler::ancestors));
  }

  private static @Nullable Value ancestors(Value of, View view, Moment moment) {
    if (of instanceof EntityId entity) {
      EntityOps.ancestors(entity, view, moment);
    }
    return null;
  }

  /** The values of all, where all are constants; else null. */
  private static @Nullable Set<Value> constants(List<Expr> exprs) {
    Set<Value> values = new HashSet<>();
    for (Expr expr : exprs) {
      if (!(expr instanceof Expr.Const constant)) {
        return null;
      }
      values.add(constant.value());
    }
    return Set.copyOf(values);
  }

  private Node setOf(List<Expr> elements) {
    List<Node> nodes = elements.stream().map(this::node).toList();
    Type element = nodes.isEmpty() ? null : nodes.get(0).type;
    boolean alike = element != null && nodes.stream().allMatch(n -> element.equals(n.type));
    return new Strict.SetOf(alike ? Types.setOf(element) : null, nodes);
  }

  @Override
  public Node visitInEntitySet(Expr.InEntitySet expr) {
    readsAncestors(expr.member());
    return checked(
        type(expr.member()) instanceof Type.EntityType
            && type(expr.groups()) instanceof Type.SetType,
        expr,
        new Membership.OfSet(node(expr.member()), node(expr.groups())));
  }

  @Override
  public Node visitIs(Expr.Is expr) {
    Set<String> names = Set.copyOf(expr.types());
    return checked(
        type(expr.entity()) instanceof Type.EntityType,
        expr,
        one(
            Scalar.BOOL,
            expr.entity(),
            (a, v, m) ->
                a instanceof EntityId id
                    ? Node.bool(names.contains(id.type()))
                    : m.illTyped("is")));
  }

  @Override
  public Node visitInList(Expr.InList expr) {
    Set<Value> constants = constants(expr.list());
    return constants == null
        ? new Strict.OfTwo(
            Scalar.BOOL,
            setOf(expr.list()),
            node(expr.element()),
            (a, b, v, m) -> SetOps.contains(a, b, m))
        : one(Scalar.BOOL, expr.element(), (a, v, m) -> Node.bool(constants.contains(a)));
  }

  private boolean isSet(Expr expr) {
    return type(expr) instanceof Type.SetType;
  }

  @Override
  public Node visitContains(Expr.Contains expr) {
    return checked(
        isSet(expr.set()),
        expr,
        two(Scalar.BOOL, expr.set(), expr.element(), (a, b, v, m) -> SetOps.contains(a, b, m)));
  }

  @Override
  public Node visitContainsEach(Expr.ContainsEach expr) {
    return checked(
        isSet(expr.set()) && isSet(expr.elements()),
        expr,
        two(
            Scalar.BOOL,
            expr.set(),
            expr.elements(),
            expr.all()
                ? (a, b, v, m) -> SetOps.containsAll(a, b, m)
                : (a, b, v, m) -> SetOps.containsAny(a, b, m)));
  }

  @Override
  public Node visitSize(Expr.Size expr) {
    return checked(
        isSet(expr.set()), expr, one(Scalar.INT, expr.set(), (a, v, m) -> SetOps.size(a, m)));
  }

  @Override
  public Node visitSetOf(Expr.SetOf expr) {
    return setOf(expr.elements());
  }

  @Override
  public Node visitInNetwork(Expr.InNetwork expr) {
    Type network = type(expr.network());
    return checked(
        type(expr.ip()) == Scalar.IP
            && (network == Scalar.CIDR || Types.elementOf(network) == Scalar.CIDR),
        expr,
        two(Scalar.BOOL, expr.ip(), expr.network(), (a, b, v, m) -> TextOps.inNetwork(a, b, m)));
  }

  // Strings and structured scalars

  @Override
  public Node visitLike(Expr.Like expr) {
    Glob glob = glob(expr.glob());
    if (Literals.isStart(expr.glob()) && type(expr.string()) == Scalar.STRING) {
      StringValue start = new StringValue(Literals.start(expr.glob()));
      return one(Scalar.BOOL, expr.string(), (a, v, m) -> TextOps.startsWith(a, start, m));
    }
    return checked(
        glob != null && type(expr.string()) == Scalar.STRING,
        expr,
        one(
            Scalar.BOOL,
            expr.string(),
            (a, v, m) ->
                glob != null && a instanceof StringValue s
                    ? Node.bool(glob.matches(s.value()))
                    : m.illTyped("like")));
  }

  private static @Nullable Glob glob(String source) {
    try {
      return Glob.parse(source);
    } catch (InvalidValueException noGlob) {
      return null;
    }
  }

  @Override
  public Node visitMatches(Expr.Matches expr) {
    PathPattern pattern = pattern(expr.pattern());
    return checked(
        pattern != null && type(expr.path()) instanceof Type.PathType,
        expr,
        one(
            Scalar.BOOL,
            expr.path(),
            (a, v, m) ->
                pattern != null && a instanceof PathValue path
                    ? Node.bool(pattern.matches(path))
                    : m.illTyped("matches")));
  }

  private static @Nullable PathPattern pattern(String source) {
    try {
      return PathPattern.parse(source);
    } catch (InvalidValueException noPattern) {
      return null;
    }
  }

  @Override
  public Node visitPathUnder(Expr.PathUnder expr) {
    return checked(
        type(expr.path()) instanceof Type.PathType && type(expr.base()) instanceof Type.PathType,
        expr,
        two(Scalar.BOOL, expr.path(), expr.base(), (a, b, v, m) -> TextOps.under(a, b, m)));
  }

  @Override
  public Node visitHostUnder(Expr.HostUnder expr) {
    return checked(
        type(expr.host()) == Scalar.STRING,
        expr,
        one(Scalar.BOOL, expr.host(), (a, v, m) -> TextOps.hostUnder(a, expr.domain(), m)));
  }

  @Override
  public Node visitStringStartsWith(Expr.StringStartsWith expr) {
    return checked(
        type(expr.string()) == Scalar.STRING && type(expr.prefix()) == Scalar.STRING,
        expr,
        two(
            Scalar.BOOL,
            expr.string(),
            expr.prefix(),
            (a, b, v, m) -> TextOps.startsWith(a, b, m)));
  }

  @Override
  public Node visitCommandStartsWith(Expr.CommandStartsWith expr) {
    return checked(
        type(expr.command()) == Scalar.COMMAND,
        expr,
        one(Scalar.BOOL, expr.command(), (a, v, m) -> TextOps.startsWith(a, expr.words(), m)));
  }

  @Override
  public Node visitEqualsIgnoringAsciiCase(Expr.EqualsIgnoringAsciiCase expr) {
    return checked(
        type(expr.left()) == Scalar.STRING && type(expr.right()) == Scalar.STRING,
        expr,
        two(
            Scalar.BOOL,
            expr.left(),
            expr.right(),
            (a, b, v, m) -> TextOps.equalsIgnoringAsciiCase(a, b, m)));
  }

  // Authority

  @Override
  public Node visitApproved(Expr.Approved expr) {
    return consent(expr, Kind.APPROVAL, expr.approval());
  }

  @Override
  public Node visitConfirmed(Expr.Confirmed expr) {
    return consent(expr, Kind.CONFIRMATION, expr.confirmation());
  }

  private Node consent(Expr expr, Kind kind, String id) {
    return checked(
        false,
        expr,
        new Condition() {
          @Override
          Truth truth(View view, Moment moment, Value[] locals) {
            return moment.consents.stands(kind, id, moment);
          }
        });
  }

  @Override
  public Node visitGranted(Expr.Granted expr) {
    return new Condition() {
      @Override
      Truth truth(View view, Moment moment, Value[] locals) {
        return Truth.of(moment.consents.granted(expr.grant()));
      }
    };
  }

  @Override
  public Node visitLabelled(Expr.Labelled expr) {
    return RequestNodes.labelled(expr.label());
  }

  // Time

  @Override
  public Node visitNowCompare(Expr.NowCompare expr) {
    return checked(
        type(expr.instant()) == Scalar.INSTANT,
        expr,
        one(Scalar.BOOL, expr.instant(), (a, v, m) -> TimeOps.now(expr.op(), a, m)));
  }

  @Override
  public Node visitAgeCompare(Expr.AgeCompare expr) {
    return checked(
        false,
        expr,
        two(
            Scalar.BOOL,
            expr.since(),
            expr.duration(),
            (a, b, v, m) -> TimeOps.age(a, expr.op(), b, m)));
  }

  @Override
  public Node visitHourCompare(Expr.HourCompare expr) {
    ZoneTable zone = zones.get(expr.zone());
    return checked(
        false,
        expr,
        one(
            Scalar.BOOL,
            expr.hour(),
            (a, v, m) -> TimeOps.hour(zone, expr.zone(), expr.op(), a, m)));
  }

  @Override
  public Node visitWeekdayIn(Expr.WeekdayIn expr) {
    ZoneTable zone = zones.get(expr.zone());
    return clock(expr, m -> TimeOps.weekday(zone, expr, m));
  }

  @Override
  public Node visitTimeOfDayBetween(Expr.TimeOfDayBetween expr) {
    ZoneTable zone = zones.get(expr.zone());
    return clock(expr, m -> TimeOps.timeOfDay(zone, expr, m));
  }

  /** What is told by the moment alone. */
  @FunctionalInterface
  private interface Clock {
    @Nullable Value at(Moment moment);
  }

  private Node clock(Expr expr, Clock clock) {
    return checked(
        false,
        expr,
        new Node(Scalar.BOOL) {
          @Override
          @Nullable Value value(View view, Moment moment, Value[] locals) {
            return clock.at(moment);
          }
        });
  }
}
