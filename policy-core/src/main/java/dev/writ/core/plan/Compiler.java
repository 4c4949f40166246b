package dev.writ.core.plan;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Approval.Kind;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprVisitor;
import dev.writ.core.ir.ZoneTable;
import dev.writ.core.model.Type;
import dev.writ.core.model.Type.Scalar;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private final AttributeCode attributes = new AttributeCode(this);
  private final SetCode sets = new SetCode(this);
  private final TextCode texts = new TextCode(this);
  private final ClockCode clocks = new ClockCode(this);

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

  /** The table of a time zone, or null where there is none. */
  @Nullable ZoneTable zone(String name) {
    return zones.get(name);
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
  void guard(Object what, Expr about, Node node) {
    if (locals.isEmpty()) {
      guards.add(what, reads.of(about), node);
    } else {
      unsafeBody = true;
    }
  }

  /** The node, looked at in every run unless its operands are certainly of the right types. */
  Node checked(boolean certain, Expr expr, Node node) {
    if (!certain) {
      guard(expr, expr, node);
    }
    return node;
  }

  Node one(@Nullable Type type, Expr operand, Strict.One operator) {
    return new Strict.OfOne(type, node(operand), operator);
  }

  Node two(@Nullable Type type, Expr left, Expr right, Strict.Two operator) {
    return new Strict.OfTwo(type, node(left), node(right), operator);
  }

  @Nullable Type type(Expr expr) {
    return node(expr).type;
  }

  // The request

  @Override
  public Node visitConst(Expr.Const expr) {
    return attributes.constant(expr);
  }

  @Override
  public Node visitVar(Expr.Var expr) {
    return attributes.var(expr);
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
    return attributes.member(expr);
  }

  @Override
  public Node visitHas(Expr.Has expr) {
    return attributes.isThere(expr);
  }

  @Override
  public Node visitPartOf(Expr.PartOf expr) {
    return attributes.partOf(expr);
  }

  @Override
  public Node visitHasDelegator(Expr.HasDelegator expr) {
    return attributes.hasDelegator(expr);
  }

  @Override
  public Node visitSourceOfArg(Expr.SourceOfArg expr) {
    return attributes.sourceOfArg(expr);
  }

  @Override
  public Node visitSourceOfElement(Expr.SourceOfElement expr) {
    return attributes.sourceOfElement(expr);
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
    return sets.inEntities(expr);
  }

  @Override
  public Node visitInEntitySet(Expr.InEntitySet expr) {
    return sets.inEntitySet(expr);
  }

  @Override
  public Node visitIs(Expr.Is expr) {
    return sets.isOfType(expr);
  }

  @Override
  public Node visitInList(Expr.InList expr) {
    return sets.inList(expr);
  }

  @Override
  public Node visitContains(Expr.Contains expr) {
    return sets.contains(expr);
  }

  @Override
  public Node visitContainsEach(Expr.ContainsEach expr) {
    return sets.containsEach(expr);
  }

  @Override
  public Node visitSize(Expr.Size expr) {
    return sets.sizeOf(expr);
  }

  @Override
  public Node visitSetOf(Expr.SetOf expr) {
    return sets.setOf(expr);
  }

  @Override
  public Node visitInNetwork(Expr.InNetwork expr) {
    return sets.inNetwork(expr);
  }

  // Strings and structured scalars

  @Override
  public Node visitLike(Expr.Like expr) {
    return texts.like(expr);
  }

  @Override
  public Node visitMatches(Expr.Matches expr) {
    return texts.matches(expr);
  }

  @Override
  public Node visitPathUnder(Expr.PathUnder expr) {
    return texts.pathUnder(expr);
  }

  @Override
  public Node visitHostUnder(Expr.HostUnder expr) {
    return texts.hostUnder(expr);
  }

  @Override
  public Node visitStringStartsWith(Expr.StringStartsWith expr) {
    return texts.stringStartsWith(expr);
  }

  @Override
  public Node visitCommandStartsWith(Expr.CommandStartsWith expr) {
    return texts.commandStartsWith(expr);
  }

  @Override
  public Node visitEqualsIgnoringAsciiCase(Expr.EqualsIgnoringAsciiCase expr) {
    return texts.equalsIgnoringAsciiCase(expr);
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
    return clocks.nowCompare(expr);
  }

  @Override
  public Node visitAgeCompare(Expr.AgeCompare expr) {
    return clocks.ageCompare(expr);
  }

  @Override
  public Node visitHourCompare(Expr.HourCompare expr) {
    return clocks.hourCompare(expr);
  }

  @Override
  public Node visitWeekdayIn(Expr.WeekdayIn expr) {
    return clocks.weekdayIn(expr);
  }

  @Override
  public Node visitTimeOfDayBetween(Expr.TimeOfDayBetween expr) {
    return clocks.timeOfDayBetween(expr);
  }
}
