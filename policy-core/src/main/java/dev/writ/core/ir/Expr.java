package dev.writ.core.ir;

import dev.writ.core.model.BoolValue;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Value;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A typed expression. Its value is a {@link Value} or an error; a condition's value is true, false
 * or an error.
 *
 * <p>The tree is well-typed by construction: the compiler has checked operands, so an evaluator
 * that meets a value of another kind than a node asks for has met a fault, and answers with an
 * error, never with a value.
 */
public sealed interface Expr {

  /** Calls the visitor's method for this node. */
  <R> R accept(ExprVisitor<R> visitor);

  /** A constant. */
  record Const(Value value) implements Expr {
    public Const {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitConst(this);
    }
  }

  /** What a bare word of the request stands for. */
  enum Root {
    PRINCIPAL,
    /**
     * The next member above the principal; reading it where there is none is an error that {@code
     * has delegator} guards against.
     */
    DELEGATOR,
    ORIGIN,
    RESOURCE,
    ARGS,
    FACTS,
    SESSION,
    /** The voter, inside the {@code when} of an approval's clause. */
    APPROVER,
    /** Who asks, inside {@code requested by … when}; who opened, inside an approval. */
    REQUESTER
  }

  /** A part of the request. */
  record Var(Root root) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitVar(this);
    }
  }

  /**
   * The variable of an enclosing quantifier or {@code for each}. Names are unique within a rule.
   */
  record Local(String name) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitLocal(this);
    }
  }

  /**
   * A declared field of an entity, a record, the session; or a tag of a map.
   *
   * <p>An absent optional field is an error here; the compiler has proved a guard to its left.
   */
  record Member(Expr of, String name) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitMember(this);
    }
  }

  /** A part of a structured scalar. */
  enum Part {
    PATH_NAME,
    URL_SCHEME,
    URL_HOST,
    URL_PORT,
    URL_PATH,
    COMMAND_PROGRAM,
    COMMAND_FIRST,
    COMMAND_ARGS
  }

  /**
   * A part of a path, URL or command: strings, an Int for the port, a Path for the URL's path, a
   * set of strings for the arguments.
   */
  record PartOf(Part part, Expr of) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitPartOf(this);
    }
  }

  /** Whether an optional field, a tag, or a part that may be missing is there. */
  record Has(Expr of, String name) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitHas(this);
    }
  }

  /** Whether the member has a delegator. */
  record HasDelegator() implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitHasDelegator(this);
    }
  }

  record Not(Expr operand) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitNot(this);
    }
  }

  /** Strong Kleene conjunction; empty is true. */
  record And(List<Expr> operands) implements Expr {
    public And {
      operands = List.copyOf(operands);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitAnd(this);
    }
  }

  /** Strong Kleene disjunction; empty is false. */
  record Or(List<Expr> operands) implements Expr {
    public Or {
      operands = List.copyOf(operands);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitOr(this);
    }
  }

  /** A conditional; an error in the condition is an error, and only the chosen branch counts. */
  record If(Expr condition, Expr then, Expr otherwise) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitIf(this);
    }
  }

  /** A comparison of two values. */
  enum Comparison {
    EQ,
    NE,
    LT,
    LE,
    GT,
    GE
  }

  /**
   * A comparison of two values of one type. The ordering ones are for Int, Decimal, Instant,
   * Duration and ordered enums.
   *
   * <p>Equality of strings is by code points, of entities by identity, of IPs by address (an
   * IPv4-mapped address equals its IPv4).
   */
  record Compare(Comparison op, Expr left, Expr right) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitCompare(this);
    }
  }

  /** Checked addition or subtraction. */
  enum Arithmetic {
    ADD,
    SUB
  }

  /**
   * Checked arithmetic on Int, Decimal, Duration, and Instant with Duration or Instant; overflow is
   * an error.
   */
  record Arith(Arithmetic op, Expr left, Expr right) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitArith(this);
    }
  }

  /**
   * Checked multiplication of an Int, Decimal or Duration by a literal ({@code -e} is {@code e *
   * -1}).
   */
  record Times(Expr operand, long factor) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitTimes(this);
    }
  }

  /** {@code from <= e < to}: the lower bound is in, the upper is not. */
  record Between(Expr operand, Expr from, Expr to) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitBetween(this);
    }
  }

  /**
   * Reflexive, transitive membership of an entity in one entity of a list; a single one is a list
   * of one.
   */
  record InEntities(Expr member, List<Expr> groups) implements Expr {
    public InEntities {
      groups = List.copyOf(groups);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitInEntities(this);
    }
  }

  /** Reflexive, transitive membership of an entity in some element of a set of entities. */
  record InEntitySet(Expr member, Expr groups) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitInEntitySet(this);
    }
  }

  /** Whether a scalar equals some element of a list. */
  record InList(Expr element, List<Expr> list) implements Expr {
    public InList {
      list = List.copyOf(list);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitInList(this);
    }
  }

  /** Whether an IP lies in a network ({@code network} is a Cidr or a set of them). */
  record InNetwork(Expr ip, Expr network) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitInNetwork(this);
    }
  }

  /** Whether an entity is of one of these types; never an error. */
  record Is(Expr entity, SortedSet<String> types) implements Expr {
    public Is {
      types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitIs(this);
    }
  }

  /** Whether a set holds the element. {@code e in s} for scalars is this too. */
  record Contains(Expr set, Expr element) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitContains(this);
    }
  }

  /** Whether a set holds all ({@code all}) or any of the elements of another. */
  record ContainsEach(boolean all, Expr set, Expr elements) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitContainsEach(this);
    }
  }

  /** The number of elements of a set, as an Int. */
  record Size(Expr set) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitSize(this);
    }
  }

  /** A set built from expressions of one type. */
  record SetOf(List<Expr> elements) implements Expr {
    public SetOf {
      elements = List.copyOf(elements);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitSetOf(this);
    }
  }

  /**
   * Whether a string matches a glob: {@code *} any code points, {@code ?} one, a backslash makes
   * the next one literal.
   */
  record Like(Expr string, String glob) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitLike(this);
    }
  }

  /**
   * Whether a path matches a pattern: {@code *} and {@code ?} inside a segment, {@code **} zero or
   * more whole segments.
   */
  record Matches(Expr path, String pattern) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitMatches(this);
    }
  }

  /** Whether a path lies at or below another, by whole segments. */
  record PathUnder(Expr path, Expr base) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitPathUnder(this);
    }
  }

  /**
   * Whether a host name is a domain or one below it, by whole labels. An address is under no domain
   * but equals itself.
   */
  record HostUnder(Expr host, String domain) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitHostUnder(this);
    }
  }

  /** Whether a string starts with another. */
  record StringStartsWith(Expr string, Expr prefix) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitStringStartsWith(this);
    }
  }

  /** Whether the first words of a command are these. */
  record CommandStartsWith(Expr command, List<String> words) implements Expr {
    public CommandStartsWith {
      words = List.copyOf(words);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitCommandStartsWith(this);
    }
  }

  /** Equality of strings in which A to Z equal a to z. */
  record EqualsIgnoringAsciiCase(Expr left, Expr right) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitEqualsIgnoringAsciiCase(this);
    }
  }

  /**
   * {@code any} or {@code every} over the elements of one or more sets.
   *
   * @param every whether all must hold; true on no elements, as {@code any} is false on none
   * @param local the variable, unique within the rule
   * @param sets the sets, in order; one that is absent counts as empty
   */
  record Quantified(boolean every, String local, List<QuantifiedSet> sets, Expr body)
      implements Expr {
    public Quantified {
      sets = List.copyOf(sets);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitQuantified(this);
    }
  }

  /**
   * One set of a quantifier.
   *
   * @param presence when not null, the condition under which the set is there; where it is false
   *     the set counts as empty
   * @param set the set
   */
  record QuantifiedSet(@Nullable Expr presence, Expr set) {}

  /** Where an argument came from, a value of {@code Source}. A set has its worst element's. */
  record SourceOfArg(String arg) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitSourceOfArg(this);
    }
  }

  /**
   * Where the element of a quantifier over {@code args} came from: the worst told for that element
   * in these arguments.
   */
  record SourceOfElement(List<String> args, String local) implements Expr {
    public SourceOfElement {
      args = List.copyOf(args);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitSourceOfElement(this);
    }
  }

  /** Whether the named approval stands for the whole request. */
  record Approved(String approval) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitApproved(this);
    }
  }

  /** Whether the named confirmation stands for the whole request. */
  record Confirmed(String confirmation) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitConfirmed(this);
    }
  }

  /**
   * Whether a grant of the named template, held by the principal of the whole request, covers it.
   */
  record Granted(String grant) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitGranted(this);
    }
  }

  /** Whether the session carries the label. */
  record Labelled(String label) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitLabelled(this);
    }
  }

  /** {@code now OP instant}. */
  record NowCompare(Comparison op, Expr instant) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitNowCompare(this);
    }
  }

  /** {@code now - since OP duration}, checked. */
  record AgeCompare(Expr since, Comparison op, Expr duration) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitAgeCompare(this);
    }
  }

  /** {@code now.hour(zone) OP hour}: the hour of the day, 0 to 23. */
  record HourCompare(String zone, Comparison op, Expr hour) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitHourCompare(this);
    }
  }

  /** {@code now.weekday(zone)} in a set of days, given as ordinals of {@code Weekday}. */
  record WeekdayIn(String zone, SortedSet<Integer> days) implements Expr {
    public WeekdayIn {
      days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitWeekdayIn(this);
    }
  }

  /**
   * {@code now.time(zone) between from and to}: minutes of the day, the lower in, the upper not;
   * wraps midnight where from > to.
   */
  record TimeOfDayBetween(String zone, int fromMinute, int toMinute) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitTimeOfDayBetween(this);
    }
  }

  /** The constant true. */
  static Expr yes() {
    return new Const(BoolValue.TRUE);
  }

  /** The constant false. */
  static Expr no() {
    return new Const(BoolValue.FALSE);
  }

  /** The conjunction of these, itself where there is one, true where there is none. */
  static Expr all(List<Expr> operands) {
    return operands.size() == 1 ? operands.get(0) : new And(operands);
  }

  /** {@code member in group} for one literal entity. */
  static Expr in(Expr member, EntityId group) {
    return new InEntities(member, List.of(new Const(group)));
  }

  /** {@code e is type}. */
  static Expr is(Expr entity, String type) {
    return new Is(entity, new TreeSet<>(List.of(type)));
  }
}
