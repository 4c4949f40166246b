package dev.writ.dsl.lower;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.Value;
import dev.writ.dsl.ast.And;
import dev.writ.dsl.ast.Approved;
import dev.writ.dsl.ast.Arithmetic;
import dev.writ.dsl.ast.Between;
import dev.writ.dsl.ast.BoolLiteral;
import dev.writ.dsl.ast.Call;
import dev.writ.dsl.ast.Comparison;
import dev.writ.dsl.ast.ComparisonOperator;
import dev.writ.dsl.ast.Conditional;
import dev.writ.dsl.ast.Confirmed;
import dev.writ.dsl.ast.Contains;
import dev.writ.dsl.ast.DecimalLiteral;
import dev.writ.dsl.ast.DurationLiteral;
import dev.writ.dsl.ast.EntityLiteral;
import dev.writ.dsl.ast.EqualsIgnoringAsciiCase;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.ExpressionVisitor;
import dev.writ.dsl.ast.Granted;
import dev.writ.dsl.ast.Has;
import dev.writ.dsl.ast.HasDelegator;
import dev.writ.dsl.ast.In;
import dev.writ.dsl.ast.Index;
import dev.writ.dsl.ast.InstantLiteral;
import dev.writ.dsl.ast.IntLiteral;
import dev.writ.dsl.ast.Is;
import dev.writ.dsl.ast.IsNot;
import dev.writ.dsl.ast.Labelled;
import dev.writ.dsl.ast.Lacks;
import dev.writ.dsl.ast.LacksDelegator;
import dev.writ.dsl.ast.Like;
import dev.writ.dsl.ast.ListLiteral;
import dev.writ.dsl.ast.Matches;
import dev.writ.dsl.ast.Member;
import dev.writ.dsl.ast.NameReference;
import dev.writ.dsl.ast.Negate;
import dev.writ.dsl.ast.Nonempty;
import dev.writ.dsl.ast.Not;
import dev.writ.dsl.ast.NotIn;
import dev.writ.dsl.ast.Or;
import dev.writ.dsl.ast.Quantifier;
import dev.writ.dsl.ast.QuantifierKind;
import dev.writ.dsl.ast.RecordLiteral;
import dev.writ.dsl.ast.RootReference;
import dev.writ.dsl.ast.Size;
import dev.writ.dsl.ast.SourceOf;
import dev.writ.dsl.ast.StartsWith;
import dev.writ.dsl.ast.StringLiteral;
import dev.writ.dsl.ast.TimeOfDayLiteral;
import dev.writ.dsl.ast.Under;
import dev.writ.dsl.check.expression.ContextRoot;
import dev.writ.dsl.check.expression.ExpressionFacts;
import dev.writ.dsl.check.expression.Meaning;
import dev.writ.dsl.check.expression.Part;
import dev.writ.dsl.check.expression.TimeTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Lowers each kind of node that is no constant and no let. */
final class NodeLowering implements ExpressionVisitor<Expr> {
  private final ExpressionLowering lowering;
  private final ExpressionFacts facts;
  private final LocalNames locals;

  NodeLowering(ExpressionLowering lowering, ExpressionFacts facts, LocalNames locals) {
    this.lowering = lowering;
    this.facts = facts;
    this.locals = locals;
  }

  private Expr lower(Expression node) {
    return lowering.lower(node);
  }

  private List<Expr> all(List<Expression> nodes) {
    return nodes.stream().map(this::lower).toList();
  }

  private List<Expr> reachable(List<Expression> nodes) {
    return nodes.stream().filter(node -> !facts.isUnreachable(node)).map(this::lower).toList();
  }

  private @Nullable Expr timeTest(Expression node) {
    TimeTest test = facts.find(node, TimeTest.class);
    return test == null ? null : test.accept(new TimeLowering(lowering));
  }

  @Override
  public Expr visitAnd(And node) {
    return Folding.and(reachable(node.operands()));
  }

  @Override
  public Expr visitOr(Or node) {
    return Folding.or(reachable(node.operands()));
  }

  @Override
  public Expr visitNot(Not node) {
    return Folding.not(lower(node.operand()));
  }

  @Override
  public Expr visitConditional(Conditional node) {
    boolean always = facts.isUnreachable(node.otherwise());
    boolean never = facts.isUnreachable(node.then());
    Expression then = never ? node.otherwise() : node.then();
    Expression otherwise = always ? node.then() : node.otherwise();
    return Folding.conditional(lower(node.condition()), () -> lower(then), () -> lower(otherwise));
  }

  @Override
  public Expr visitQuantifier(Quantifier node) {
    Meaning.Ranged ranged = facts.meaning(node, Meaning.Ranged.class);
    List<Expr.QuantifiedSet> sets = new ArrayList<>();
    for (int i = 0; i < node.sets().size(); i++) {
      Expression set = node.sets().get(i);
      Expr presence = ranged.mayBeAbsent().get(i) ? presence(set) : null;
      sets.add(new Expr.QuantifiedSet(presence, lower(set)));
    }
    String local = locals.declare(ranged.variable());
    boolean every = node.kind() == QuantifierKind.EVERY;
    return new Expr.Quantified(every, local, sets, lower(node.body()));
  }

  private Expr presence(Expression set) {
    if (set instanceof Member member) {
      return new Expr.Has(lower(member.target()), member.name().text());
    }
    if (set instanceof Index index) {
      return new Expr.Has(lower(index.target()), index.key().value());
    }
    throw new IllegalStateException("only a field or a tag may be absent, not " + set);
  }

  @Override
  public Expr visitComparison(Comparison node) {
    Expr time = timeTest(node);
    return time != null
        ? time
        : new Expr.Compare(comparison(node.operator()), lower(node.left()), lower(node.right()));
  }

  static Expr.Comparison comparison(ComparisonOperator operator) {
    return switch (operator) {
      case EQUAL -> Expr.Comparison.EQ;
      case NOT_EQUAL -> Expr.Comparison.NE;
      case LESS -> Expr.Comparison.LT;
      case LESS_OR_EQUAL -> Expr.Comparison.LE;
      case GREATER -> Expr.Comparison.GT;
      case GREATER_OR_EQUAL -> Expr.Comparison.GE;
    };
  }

  @Override
  public Expr visitBetween(Between node) {
    Expr time = timeTest(node);
    return time != null
        ? time
        : new Expr.Between(lower(node.operand()), lower(node.low()), lower(node.high()));
  }

  @Override
  public Expr visitIn(In node) {
    return in(node, node.left(), node.right());
  }

  @Override
  public Expr visitNotIn(NotIn node) {
    return Folding.not(in(node, node.left(), node.right()));
  }

  private Expr in(Expression node, Expression left, Expression right) {
    Expr time = timeTest(node);
    if (time != null) {
      return time;
    }
    return switch (facts.meaning(node, Meaning.InForm.class)) {
      case ENTITIES -> new Expr.InEntities(lower(left), elements(right));
      case ENTITY_SET -> new Expr.InEntitySet(lower(left), lower(right));
      case LIST -> new Expr.InList(lower(left), elements(right));
      case SET -> new Expr.Contains(lower(right), lower(left));
      case NETWORK -> new Expr.InNetwork(lower(left), lower(right));
    };
  }

  private List<Expr> elements(Expression node) {
    return node instanceof ListLiteral list ? all(list.elements()) : List.of(lower(node));
  }

  @Override
  public Expr visitIs(Is node) {
    return is(node, node.operand());
  }

  @Override
  public Expr visitIsNot(IsNot node) {
    return Folding.not(is(node, node.operand()));
  }

  private Expr is(Expression node, Expression operand) {
    Meaning.TypeTest test = facts.meaning(node, Meaning.TypeTest.class);
    if (test.decided() != null) {
      return test.decided() ? Expr.yes() : Expr.no();
    }
    return new Expr.Is(lower(operand), new TreeSet<>(List.of(test.type())));
  }

  @Override
  public Expr visitHas(Has node) {
    return new Expr.Has(lower(node.operand()), node.field().text());
  }

  @Override
  public Expr visitLacks(Lacks node) {
    return new Expr.Not(new Expr.Has(lower(node.operand()), node.field().text()));
  }

  @Override
  public Expr visitHasDelegator(HasDelegator node) {
    return new Expr.HasDelegator();
  }

  @Override
  public Expr visitLacksDelegator(LacksDelegator node) {
    return new Expr.Not(new Expr.HasDelegator());
  }

  @Override
  public Expr visitLike(Like node) {
    return new Expr.Like(lower(node.operand()), pattern(node));
  }

  @Override
  public Expr visitMatches(Matches node) {
    return new Expr.Matches(lower(node.operand()), pattern(node));
  }

  private String pattern(Expression node) {
    return facts.meaning(node, Meaning.PatternText.class).pattern();
  }

  @Override
  public Expr visitUnder(Under node) {
    Expr operand = lower(node.operand());
    return switch (facts.meaning(node, Meaning.UnderForm.class)) {
      case PATH -> new Expr.PathUnder(operand, lower(node.base()));
      case HOST -> new Expr.HostUnder(operand, text(node.base()));
    };
  }

  private String text(Expression literal) {
    Value value = Objects.requireNonNull(facts.constant(literal), "the value of a literal");
    return ((StringValue) value).value();
  }

  @Override
  public Expr visitStartsWith(StartsWith node) {
    Meaning.Words words = facts.find(node, Meaning.Words.class);
    return words == null
        ? new Expr.StringStartsWith(lower(node.operand()), lower(node.prefix()))
        : new Expr.CommandStartsWith(lower(node.operand()), words.words());
  }

  @Override
  public Expr visitEqualsIgnoringAsciiCase(EqualsIgnoringAsciiCase node) {
    return new Expr.EqualsIgnoringAsciiCase(lower(node.left()), lower(node.right()));
  }

  @Override
  public Expr visitContains(Contains node) {
    Expr set = lower(node.set());
    Expr operand = lower(node.operand());
    return switch (node.kind()) {
      case ONE -> new Expr.Contains(set, operand);
      case ALL -> new Expr.ContainsEach(true, set, operand);
      case ANY -> new Expr.ContainsEach(false, set, operand);
    };
  }

  @Override
  public Expr visitNonempty(Nonempty node) {
    Expr none = new Expr.Const(new IntValue(0));
    return new Expr.Compare(Expr.Comparison.GT, new Expr.Size(lower(node.set())), none);
  }

  @Override
  public Expr visitSize(Size node) {
    return new Expr.Size(lower(node.set()));
  }

  @Override
  public Expr visitList(ListLiteral node) {
    return new Expr.SetOf(all(node.elements()));
  }

  @Override
  public Expr visitLabelled(Labelled node) {
    return new Expr.Labelled(id(node));
  }

  @Override
  public Expr visitApproved(Approved node) {
    return new Expr.Approved(id(node));
  }

  @Override
  public Expr visitConfirmed(Confirmed node) {
    return new Expr.Confirmed(id(node));
  }

  @Override
  public Expr visitGranted(Granted node) {
    return new Expr.Granted(id(node));
  }

  private String id(Expression node) {
    return facts.meaning(node, Meaning.NameUse.class).id();
  }

  @Override
  public Expr visitSourceOf(SourceOf node) {
    Meaning.ElementSource element = facts.find(node, Meaning.ElementSource.class);
    return element == null
        ? new Expr.SourceOfArg(facts.meaning(node, Meaning.ArgSource.class).arg())
        : new Expr.SourceOfElement(element.args(), locals.nameOf(element.variable()));
  }

  @Override
  public Expr visitArithmetic(Arithmetic node) {
    return switch (node.operator()) {
      case ADD -> sum(Expr.Arithmetic.ADD, node);
      case SUBTRACT -> sum(Expr.Arithmetic.SUB, node);
      case MULTIPLY -> scaled(node);
    };
  }

  private Expr sum(Expr.Arithmetic operator, Arithmetic node) {
    return new Expr.Arith(operator, lower(node.left()), lower(node.right()));
  }

  @Override
  public Expr visitNegate(Negate node) {
    return scaled(node);
  }

  private Expr scaled(Expression node) {
    Meaning.Scaled scaled = facts.meaning(node, Meaning.Scaled.class);
    return new Expr.Times(lower(scaled.operand()), scaled.factor());
  }

  @Override
  public Expr visitMember(Member node) {
    Meaning.PartUse use = facts.find(node, Meaning.PartUse.class);
    Expr target = lower(node.target());
    return use == null
        ? new Expr.Member(target, node.name().text())
        : new Expr.PartOf(part(use.part()), target);
  }

  private static Expr.Part part(Part part) {
    return switch (part) {
      case PATH_NAME -> Expr.Part.PATH_NAME;
      case URL_SCHEME -> Expr.Part.URL_SCHEME;
      case URL_HOST -> Expr.Part.URL_HOST;
      case URL_PORT -> Expr.Part.URL_PORT;
      case URL_PATH -> Expr.Part.URL_PATH;
      case COMMAND_PROGRAM -> Expr.Part.COMMAND_PROGRAM;
      case COMMAND_FIRST -> Expr.Part.COMMAND_FIRST;
      case COMMAND_ARGS -> Expr.Part.COMMAND_ARGS;
    };
  }

  @Override
  public Expr visitIndex(Index node) {
    return new Expr.Member(lower(node.target()), node.key().value());
  }

  @Override
  public Expr visitRoot(RootReference node) {
    return root(node);
  }

  @Override
  public Expr visitName(NameReference node) {
    Meaning.LocalUse local = facts.find(node, Meaning.LocalUse.class);
    return local == null ? root(node) : new Expr.Local(locals.nameOf(local.variable()));
  }

  private Expr root(Expression node) {
    ContextRoot root = facts.meaning(node, Meaning.RootUse.class).root();
    return new Expr.Var(
        switch (root) {
          case PRINCIPAL -> Expr.Root.PRINCIPAL;
          case DELEGATOR -> Expr.Root.DELEGATOR;
          case ORIGIN -> Expr.Root.ORIGIN;
          case RESOURCE -> Expr.Root.RESOURCE;
          case ARGS -> Expr.Root.ARGS;
          case FACTS -> Expr.Root.FACTS;
          case SESSION -> Expr.Root.SESSION;
          case APPROVER -> Expr.Root.APPROVER;
          case REQUESTER -> Expr.Root.REQUESTER;
        });
  }

  @Override
  public Expr visitCall(Call node) {
    throw unchecked(node);
  }

  @Override
  public Expr visitEntity(EntityLiteral node) {
    throw unchecked(node);
  }

  @Override
  public Expr visitBool(BoolLiteral node) {
    throw unchecked(node);
  }

  @Override
  public Expr visitInt(IntLiteral node) {
    throw unchecked(node);
  }

  @Override
  public Expr visitDecimal(DecimalLiteral node) {
    throw unchecked(node);
  }

  @Override
  public Expr visitString(StringLiteral node) {
    throw unchecked(node);
  }

  @Override
  public Expr visitDuration(DurationLiteral node) {
    throw unchecked(node);
  }

  @Override
  public Expr visitInstant(InstantLiteral node) {
    throw unchecked(node);
  }

  @Override
  public Expr visitTimeOfDay(TimeOfDayLiteral node) {
    throw unchecked(node);
  }

  @Override
  public Expr visitRecord(RecordLiteral node) {
    throw unchecked(node);
  }

  /** Literals are constants in the facts, and the rest cannot stand alone. */
  private static IllegalStateException unchecked(Expression node) {
    return new IllegalStateException("the facts know no value for " + node);
  }
}
