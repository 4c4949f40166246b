package dev.writ.core.reference;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprVisitor;
import dev.writ.core.model.BoolValue;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EnumValue;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.Schema;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Source;
import dev.writ.core.model.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The value of an expression in an environment (language reference, section 3).
 *
 * <p>{@code and or not any every} are strong Kleene; {@code if} with an error as condition is an
 * error, else the chosen branch alone counts; every other operator is strict. Operands are always
 * all evaluated, so that each error and each time condition is seen.
 */
final class Evaluator implements ExprVisitor<Result> {
  private final World world;
  private final AuthorityFacts authority;
  private final Environment environment;
  private final Notes notes;
  private final Trace trace;
  private final EntityReading entities;
  private final TimeAtoms time;

  Evaluator(
      World world, AuthorityFacts authority, Environment environment, Notes notes, Trace trace) {
    this.world = world;
    this.authority = authority;
    this.environment = environment;
    this.notes = notes;
    this.trace = trace;
    this.entities = new EntityReading(world.entities(), notes);
    this.time = new TimeAtoms(world, notes);
  }

  /** The value of the expression. */
  Result value(Expr expr) {
    trace.enter(expr);
    Result result = expr.accept(this);
    trace.leave(expr, result);
    return result;
  }

  /** The truth of a condition. */
  Truth truth(Expr condition) {
    if (value(condition) instanceof Result.Found found) {
      if (found.value() instanceof BoolValue bool) {
        return Truth.of(bool.value());
      }
      notes.illTyped("condition");
    }
    return Truth.ERROR;
  }

  private static Result result(Truth truth) {
    return truth == Truth.ERROR ? Result.error() : Result.of(truth == Truth.TRUE);
  }

  /** Applies an operator that has a value only where its operand has one. */
  private Result strict(Expr operand, Function<Value, Result> operator) {
    return value(operand).then(operator);
  }

  private Result strict(Expr left, Expr right, BiFunction<Value, Value, Result> operator) {
    Result a = value(left);
    Result b = value(right);
    return a.then(x -> b.then(y -> operator.apply(x, y)));
  }

  /** The values of all, as a set; an error where one has none. */
  private Result all(List<Expr> operands) {
    Set<Value> values = new LinkedHashSet<>();
    boolean failed = false;
    for (Expr operand : operands) {
      if (value(operand) instanceof Result.Found found) {
        values.add(found.value());
      } else {
        failed = true;
      }
    }
    return failed ? Result.error() : Result.of(new SetValue(values));
  }

  // The request

  @Override
  public Result visitConst(Expr.Const expr) {
    return Result.of(expr.value());
  }

  @Override
  public Result visitVar(Expr.Var expr) {
    return switch (expr.root()) {
      case PRINCIPAL -> Result.of(environment.principal());
      case DELEGATOR -> present(environment.delegator(), "delegator");
      case ORIGIN -> Result.of(environment.origin());
      case RESOURCE -> present(environment.resource(), "resource");
      case ARGS -> Result.of(environment.args());
      case FACTS -> Result.of(environment.facts());
      case SESSION ->
          present(environment.session() == null ? null : environment.session().values(), "session");
      case APPROVER -> present(environment.approver(), "approver");
      case REQUESTER -> present(environment.requester(), "requester");
    };
  }

  private Result present(@Nullable Value value, String name) {
    return value == null ? notes.fail(Fault.Kind.MISSING_VALUE, name) : Result.of(value);
  }

  @Override
  public Result visitLocal(Expr.Local expr) {
    return present(environment.locals().get(expr.name()), expr.name());
  }

  @Override
  public Result visitMember(Expr.Member expr) {
    return strict(expr.of(), of -> entities.member(of, expr.name()));
  }

  @Override
  public Result visitHas(Expr.Has expr) {
    return strict(expr.of(), of -> entities.has(of, expr.name()));
  }

  @Override
  public Result visitPartOf(Expr.PartOf expr) {
    return strict(expr.of(), of -> Texts.part(expr.part(), of, notes));
  }

  @Override
  public Result visitHasDelegator(Expr.HasDelegator expr) {
    return Result.of(environment.delegator() != null);
  }

  @Override
  public Result visitSourceOfArg(Expr.SourceOfArg expr) {
    return source(environment.sources().of(environment.args(), expr.arg()));
  }

  @Override
  public Result visitSourceOfElement(Expr.SourceOfElement expr) {
    Value element = environment.locals().get(expr.local());
    return element == null
        ? notes.illTyped(expr.local())
        : source(environment.sources().of(environment.args(), expr.args(), element));
  }

  private static Result source(Source source) {
    String name = source.name().toLowerCase(Locale.ROOT);
    return Result.of(new EnumValue(Schema.SOURCE, Schema.SOURCE.ordinalOfName(name)));
  }

  // Kleene logic

  @Override
  public Result visitNot(Expr.Not expr) {
    return result(truth(expr.operand()).not());
  }

  @Override
  public Result visitAnd(Expr.And expr) {
    Truth truth = Truth.TRUE;
    for (Expr operand : expr.operands()) {
      truth = truth.and(truth(operand));
    }
    return result(truth);
  }

  @Override
  public Result visitOr(Expr.Or expr) {
    Truth truth = Truth.FALSE;
    for (Expr operand : expr.operands()) {
      truth = truth.or(truth(operand));
    }
    return result(truth);
  }

  @Override
  public Result visitIf(Expr.If expr) {
    return switch (truth(expr.condition())) {
      case TRUE -> value(expr.then());
      case FALSE -> value(expr.otherwise());
      case ERROR -> Result.error();
    };
  }

  @Override
  public Result visitQuantified(Expr.Quantified expr) {
    Truth truth = Truth.of(expr.every());
    for (Expr.QuantifiedSet set : expr.sets()) {
      Truth here = quantified(expr, set);
      truth = expr.every() ? truth.and(here) : truth.or(here);
    }
    return result(truth);
  }

  /** The quantifier over one of its sets; one that is absent counts as empty. */
  private Truth quantified(Expr.Quantified expr, Expr.QuantifiedSet set) {
    Truth present = set.presence() == null ? Truth.TRUE : truth(set.presence());
    if (present != Truth.TRUE) {
      return present == Truth.ERROR ? Truth.ERROR : Truth.of(expr.every());
    }
    if (!(value(set.set()) instanceof Result.Found found)) {
      return Truth.ERROR;
    }
    if (!(found.value() instanceof SetValue elements)) {
      notes.illTyped("any or every");
      return Truth.ERROR;
    }
    Truth truth = Truth.of(expr.every());
    for (Value element : elements.elements()) {
      Truth here = with(expr.local(), element).truth(expr.body());
      truth = expr.every() ? truth.and(here) : truth.or(here);
    }
    return truth;
  }

  private Evaluator with(String local, Value value) {
    return new Evaluator(world, authority, environment.with(local, value), notes, trace);
  }

  // Comparison and arithmetic

  @Override
  public Result visitCompare(Expr.Compare expr) {
    return strict(expr.left(), expr.right(), (a, b) -> Numbers.compare(expr.op(), a, b, notes));
  }

  @Override
  public Result visitArith(Expr.Arith expr) {
    return strict(expr.left(), expr.right(), (a, b) -> Numbers.arithmetic(expr.op(), a, b, notes));
  }

  @Override
  public Result visitTimes(Expr.Times expr) {
    return strict(expr.operand(), a -> Numbers.times(a, expr.factor(), notes));
  }

  @Override
  public Result visitBetween(Expr.Between expr) {
    Result operand = value(expr.operand());
    Result from = value(expr.from());
    Result to = value(expr.to());
    return operand.then(e -> from.then(a -> to.then(b -> Numbers.between(e, a, b, notes))));
  }

  // Membership and sets

  @Override
  public Result visitInEntities(Expr.InEntities expr) {
    Result member = value(expr.member());
    Result groups = all(expr.groups());
    return member.then(m -> groups.then(gs -> entities.in(m, gs)));
  }

  @Override
  public Result visitInEntitySet(Expr.InEntitySet expr) {
    return strict(expr.member(), expr.groups(), entities::in);
  }

  @Override
  public Result visitIs(Expr.Is expr) {
    return strict(
        expr.entity(),
        entity ->
            entity instanceof EntityId id
                ? Result.of(expr.types().contains(id.type()))
                : notes.illTyped("is"));
  }

  @Override
  public Result visitInList(Expr.InList expr) {
    Result element = value(expr.element());
    Result list = all(expr.list());
    return element.then(e -> list.then(l -> contains(l, e)));
  }

  @Override
  public Result visitContains(Expr.Contains expr) {
    return strict(expr.set(), expr.element(), this::contains);
  }

  private Result contains(Value set, Value element) {
    return set instanceof SetValue s
        ? Result.of(s.elements().contains(element))
        : notes.illTyped("contains");
  }

  @Override
  public Result visitContainsEach(Expr.ContainsEach expr) {
    return strict(
        expr.set(),
        expr.elements(),
        (set, elements) ->
            set instanceof SetValue s && elements instanceof SetValue e
                ? Result.of(
                    expr.all()
                        ? s.elements().containsAll(e.elements())
                        : e.elements().stream().anyMatch(s.elements()::contains))
                : notes.illTyped("contains"));
  }

  @Override
  public Result visitSize(Expr.Size expr) {
    return strict(
        expr.set(),
        set ->
            set instanceof SetValue s
                ? Result.of(new IntValue(s.elements().size()))
                : notes.illTyped("size"));
  }

  @Override
  public Result visitSetOf(Expr.SetOf expr) {
    return all(expr.elements());
  }

  @Override
  public Result visitInNetwork(Expr.InNetwork expr) {
    return strict(expr.ip(), expr.network(), (ip, net) -> Texts.inNetwork(ip, net, notes));
  }

  // Strings and structured scalars

  @Override
  public Result visitLike(Expr.Like expr) {
    return strict(expr.string(), s -> Texts.like(s, expr.glob(), notes));
  }

  @Override
  public Result visitMatches(Expr.Matches expr) {
    return strict(expr.path(), path -> Texts.matches(path, expr.pattern(), notes));
  }

  @Override
  public Result visitPathUnder(Expr.PathUnder expr) {
    return strict(expr.path(), expr.base(), (path, base) -> Texts.under(path, base, notes));
  }

  @Override
  public Result visitHostUnder(Expr.HostUnder expr) {
    return strict(expr.host(), host -> Texts.hostUnder(host, expr.domain(), notes));
  }

  @Override
  public Result visitStringStartsWith(Expr.StringStartsWith expr) {
    return strict(expr.string(), expr.prefix(), (s, p) -> Texts.startsWith(s, p, notes));
  }

  @Override
  public Result visitCommandStartsWith(Expr.CommandStartsWith expr) {
    return strict(expr.command(), c -> Texts.startsWith(c, expr.words(), notes));
  }

  @Override
  public Result visitEqualsIgnoringAsciiCase(Expr.EqualsIgnoringAsciiCase expr) {
    return strict(expr.left(), expr.right(), (a, b) -> Texts.equalsIgnoringAsciiCase(a, b, notes));
  }

  // Authority: facts of the whole request

  @Override
  public Result visitApproved(Expr.Approved expr) {
    return result(authority.approved(expr.approval()));
  }

  @Override
  public Result visitConfirmed(Expr.Confirmed expr) {
    return result(authority.confirmed(expr.confirmation()));
  }

  @Override
  public Result visitGranted(Expr.Granted expr) {
    return result(authority.granted(expr.grant()));
  }

  @Override
  public Result visitLabelled(Expr.Labelled expr) {
    return environment.session() == null
        ? notes.fail(Fault.Kind.MISSING_VALUE, "session")
        : Result.of(environment.session().labels().contains(expr.label()));
  }

  // Time

  @Override
  public Result visitNowCompare(Expr.NowCompare expr) {
    return strict(expr.instant(), instant -> time.nowCompare(expr.op(), instant));
  }

  @Override
  public Result visitAgeCompare(Expr.AgeCompare expr) {
    return strict(
        expr.since(),
        expr.duration(),
        (since, duration) -> time.ageCompare(since, expr.op(), duration));
  }

  @Override
  public Result visitHourCompare(Expr.HourCompare expr) {
    return strict(expr.hour(), hour -> time.hourCompare(expr.zone(), expr.op(), hour));
  }

  @Override
  public Result visitWeekdayIn(Expr.WeekdayIn expr) {
    return time.weekdayIn(expr);
  }

  @Override
  public Result visitTimeOfDayBetween(Expr.TimeOfDayBetween expr) {
    return time.timeOfDayBetween(expr);
  }
}
