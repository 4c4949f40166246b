package dev.writ.core.reference;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The value of an expression in an environment (language reference, section 3). What is not {@link
 * KleeneLogic} is strict: it has a value only where all its operands have one.
 */
final class Evaluator extends KleeneLogic {
  private final World world;
  private final AuthorityFacts authority;
  private final Environment environment;
  private final Words words;
  private final EntityReading entities;
  private final TimeAtoms time;

  Evaluator(
      World world, AuthorityFacts authority, Environment environment, Notes notes, Trace trace) {
    super(notes, trace);
    this.world = world;
    this.authority = authority;
    this.environment = environment;
    this.words = new Words(environment, notes);
    this.entities = new EntityReading(world.entities(), notes);
    this.time = new TimeAtoms(world, notes);
  }

  @Override
  Evaluator with(String local, Value value) {
    return new Evaluator(world, authority, environment.with(local, value), notes, trace);
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
    return words.root(expr.root());
  }

  @Override
  public Result visitLocal(Expr.Local expr) {
    return words.local(expr.name());
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
    return words.hasDelegator();
  }

  @Override
  public Result visitSourceOfArg(Expr.SourceOfArg expr) {
    return words.sourceOfArg(expr.arg());
  }

  @Override
  public Result visitSourceOfElement(Expr.SourceOfElement expr) {
    return words.sourceOfElement(expr.args(), expr.local());
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
    return element.then(e -> list.then(l -> Sets.contains(l, e, notes)));
  }

  @Override
  public Result visitContains(Expr.Contains expr) {
    return strict(expr.set(), expr.element(), (set, e) -> Sets.contains(set, e, notes));
  }

  @Override
  public Result visitContainsEach(Expr.ContainsEach expr) {
    return strict(
        expr.set(),
        expr.elements(),
        (set, elements) ->
            expr.all()
                ? Sets.containsAll(set, elements, notes)
                : Sets.containsAny(set, elements, notes));
  }

  @Override
  public Result visitSize(Expr.Size expr) {
    return strict(expr.set(), set -> Sets.size(set, notes));
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
    return words.labelled(expr.label());
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
