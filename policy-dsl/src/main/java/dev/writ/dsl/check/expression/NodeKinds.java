package dev.writ.dsl.check.expression;

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

/** Passes each kind of node on to the class of its topic. */
final class NodeKinds implements ExpressionVisitor<Outcome> {
  private final Checking at;

  NodeKinds(Checking at) {
    this.at = at;
  }

  @Override
  public Outcome visitAnd(And node) {
    return new Logic(at).and(node);
  }

  @Override
  public Outcome visitOr(Or node) {
    return new Logic(at).or(node);
  }

  @Override
  public Outcome visitNot(Not node) {
    return new Logic(at).not(node);
  }

  @Override
  public Outcome visitConditional(Conditional node) {
    return new Logic(at).conditional(node);
  }

  @Override
  public Outcome visitQuantifier(Quantifier node) {
    return new Quantifiers(at).check(node);
  }

  @Override
  public Outcome visitComparison(Comparison node) {
    return new Comparisons(at).compare(node);
  }

  @Override
  public Outcome visitBetween(Between node) {
    return new Comparisons(at).between(node);
  }

  @Override
  public Outcome visitIn(In node) {
    return new Membership(at).check(node, node.left(), node.right());
  }

  @Override
  public Outcome visitNotIn(NotIn node) {
    return new Membership(at).check(node, node.left(), node.right());
  }

  @Override
  public Outcome visitIs(Is node) {
    return new TypeTests(at).is(node, node.operand(), node.type());
  }

  @Override
  public Outcome visitIsNot(IsNot node) {
    return new TypeTests(at).is(node, node.operand(), node.type()).negated();
  }

  @Override
  public Outcome visitHas(Has node) {
    return new Presence(at).has(node.operand(), node.field());
  }

  @Override
  public Outcome visitLacks(Lacks node) {
    return new Presence(at).has(node.operand(), node.field()).negated();
  }

  @Override
  public Outcome visitHasDelegator(HasDelegator node) {
    return new Presence(at).hasDelegator(node.span());
  }

  @Override
  public Outcome visitLacksDelegator(LacksDelegator node) {
    return new Presence(at).hasDelegator(node.span()).negated();
  }

  @Override
  public Outcome visitLike(Like node) {
    return new Texts(at).like(node);
  }

  @Override
  public Outcome visitMatches(Matches node) {
    return new Texts(at).matches(node);
  }

  @Override
  public Outcome visitUnder(Under node) {
    return new Texts(at).under(node);
  }

  @Override
  public Outcome visitStartsWith(StartsWith node) {
    return new Texts(at).startsWith(node);
  }

  @Override
  public Outcome visitEqualsIgnoringAsciiCase(EqualsIgnoringAsciiCase node) {
    return new Texts(at).equalsIgnoringCase(node);
  }

  @Override
  public Outcome visitContains(Contains node) {
    return new Sets(at).contains(node);
  }

  @Override
  public Outcome visitNonempty(Nonempty node) {
    return new Sets(at).nonempty(node);
  }

  @Override
  public Outcome visitSize(Size node) {
    return new Sets(at).size(node);
  }

  @Override
  public Outcome visitList(ListLiteral node) {
    return new Sets(at).list(node);
  }

  @Override
  public Outcome visitLabelled(Labelled node) {
    return new Authority(at).labelled(node);
  }

  @Override
  public Outcome visitApproved(Approved node) {
    return new Authority(at).approved(node);
  }

  @Override
  public Outcome visitConfirmed(Confirmed node) {
    return new Authority(at).confirmed(node);
  }

  @Override
  public Outcome visitGranted(Granted node) {
    return new Authority(at).granted(node);
  }

  @Override
  public Outcome visitSourceOf(SourceOf node) {
    return new Sources(at).check(node);
  }

  @Override
  public Outcome visitArithmetic(Arithmetic node) {
    return new Numbers(at).arithmetic(node);
  }

  @Override
  public Outcome visitNegate(Negate node) {
    return new Numbers(at).negate(node);
  }

  @Override
  public Outcome visitMember(Member node) {
    return new Members(at).member(node);
  }

  @Override
  public Outcome visitIndex(Index node) {
    return new Members(at).index(node);
  }

  @Override
  public Outcome visitCall(Call node) {
    return new Times(at).misplacedCall(node);
  }

  @Override
  public Outcome visitRoot(RootReference node) {
    return new Roots(at).check(node);
  }

  @Override
  public Outcome visitName(NameReference node) {
    return new NameReading(at).read(node);
  }

  @Override
  public Outcome visitEntity(EntityLiteral node) {
    return new Literals(at).entity(node);
  }

  @Override
  public Outcome visitBool(BoolLiteral node) {
    return new Literals(at).bool(node);
  }

  @Override
  public Outcome visitInt(IntLiteral node) {
    return new Literals(at).integer(node);
  }

  @Override
  public Outcome visitDecimal(DecimalLiteral node) {
    return new Literals(at).decimal(node);
  }

  @Override
  public Outcome visitString(StringLiteral node) {
    return new Literals(at).string(node);
  }

  @Override
  public Outcome visitDuration(DurationLiteral node) {
    return new Literals(at).duration(node);
  }

  @Override
  public Outcome visitInstant(InstantLiteral node) {
    return new Literals(at).instant(node);
  }

  @Override
  public Outcome visitTimeOfDay(TimeOfDayLiteral node) {
    return new Times(at).misplacedTimeOfDay(node);
  }

  @Override
  public Outcome visitRecord(RecordLiteral node) {
    return new Literals(at).misplacedRecord(node);
  }
}
