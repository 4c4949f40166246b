package dev.writ.dsl.lower;

import dev.writ.core.ir.Expr;
import dev.writ.dsl.ast.And;
import dev.writ.dsl.ast.Approved;
import dev.writ.dsl.ast.Arithmetic;
import dev.writ.dsl.ast.Between;
import dev.writ.dsl.ast.BoolLiteral;
import dev.writ.dsl.ast.Call;
import dev.writ.dsl.ast.Comparison;
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
import dev.writ.dsl.ast.RecordLiteral;
import dev.writ.dsl.ast.RootReference;
import dev.writ.dsl.ast.Size;
import dev.writ.dsl.ast.SourceOf;
import dev.writ.dsl.ast.StartsWith;
import dev.writ.dsl.ast.StringLiteral;
import dev.writ.dsl.ast.TimeOfDayLiteral;
import dev.writ.dsl.ast.Under;
import dev.writ.dsl.check.expression.ExpressionFacts;
import dev.writ.dsl.check.expression.Meaning;

/** Lowers each kind of node that is no constant and no let, or passes it on to its topic. */
final class NodeLowering implements ExpressionVisitor<Expr> {
  private final ExpressionLowering lowering;
  private final ExpressionFacts facts;
  private final LogicLowering logic;
  private final RelationLowering relations;
  private final ReferenceLowering references;

  NodeLowering(ExpressionLowering lowering, ExpressionFacts facts, LocalNames locals) {
    this.lowering = lowering;
    this.facts = facts;
    this.logic = new LogicLowering(lowering, facts, locals);
    this.relations = new RelationLowering(lowering, facts);
    this.references = new ReferenceLowering(lowering, facts, locals);
  }

  private Expr lower(Expression node) {
    return lowering.lower(node);
  }

  @Override
  public Expr visitAnd(And node) {
    return logic.and(node);
  }

  @Override
  public Expr visitOr(Or node) {
    return logic.or(node);
  }

  @Override
  public Expr visitNot(Not node) {
    return logic.not(node);
  }

  @Override
  public Expr visitConditional(Conditional node) {
    return logic.conditional(node);
  }

  @Override
  public Expr visitQuantifier(Quantifier node) {
    return logic.quantifier(node);
  }

  @Override
  public Expr visitComparison(Comparison node) {
    return relations.comparison(node);
  }

  @Override
  public Expr visitBetween(Between node) {
    return relations.between(node);
  }

  @Override
  public Expr visitIn(In node) {
    return relations.in(node);
  }

  @Override
  public Expr visitNotIn(NotIn node) {
    return relations.notIn(node);
  }

  @Override
  public Expr visitIs(Is node) {
    return relations.is(node);
  }

  @Override
  public Expr visitIsNot(IsNot node) {
    return relations.isNot(node);
  }

  @Override
  public Expr visitHas(Has node) {
    return relations.has(node);
  }

  @Override
  public Expr visitLacks(Lacks node) {
    return relations.lacks(node);
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
    return relations.like(node);
  }

  @Override
  public Expr visitMatches(Matches node) {
    return relations.matches(node);
  }

  @Override
  public Expr visitUnder(Under node) {
    return relations.under(node);
  }

  @Override
  public Expr visitStartsWith(StartsWith node) {
    return relations.startsWith(node);
  }

  @Override
  public Expr visitEqualsIgnoringAsciiCase(EqualsIgnoringAsciiCase node) {
    return relations.equalsIgnoringAsciiCase(node);
  }

  @Override
  public Expr visitContains(Contains node) {
    return relations.contains(node);
  }

  @Override
  public Expr visitNonempty(Nonempty node) {
    return relations.nonempty(node);
  }

  @Override
  public Expr visitSize(Size node) {
    return new Expr.Size(lower(node.set()));
  }

  @Override
  public Expr visitList(ListLiteral node) {
    return new Expr.SetOf(node.elements().stream().map(this::lower).toList());
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
    return references.sourceOf(node);
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
    return references.member(node);
  }

  @Override
  public Expr visitIndex(Index node) {
    return references.index(node);
  }

  @Override
  public Expr visitRoot(RootReference node) {
    return references.root(node);
  }

  @Override
  public Expr visitName(NameReference node) {
    return references.name(node);
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
