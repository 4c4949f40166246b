package dev.writ.dsl.ast;

import org.jspecify.annotations.Nullable;

/**
 * A case for each kind of expression.
 *
 * @param <R> what a visit returns
 */
public interface ExpressionVisitor<R extends @Nullable Object> {

  /** Visits an and. */
  R visitAnd(And node);

  /** Visits an or. */
  R visitOr(Or node);

  /** Visits a not. */
  R visitNot(Not node);

  /** Visits a quantifier. */
  R visitQuantifier(Quantifier node);

  /** Visits a conditional. */
  R visitConditional(Conditional node);

  /** Visits a comparison. */
  R visitComparison(Comparison node);

  /** Visits an in. */
  R visitIn(In node);

  /** Visits a not in. */
  R visitNotIn(NotIn node);

  /** Visits an is. */
  R visitIs(Is node);

  /** Visits an is not. */
  R visitIsNot(IsNot node);

  /** Visits a has. */
  R visitHas(Has node);

  /** Visits a lacks. */
  R visitLacks(Lacks node);

  /** Visits a has delegator. */
  R visitHasDelegator(HasDelegator node);

  /** Visits a lacks delegator. */
  R visitLacksDelegator(LacksDelegator node);

  /** Visits a like. */
  R visitLike(Like node);

  /** Visits a matches. */
  R visitMatches(Matches node);

  /** Visits an under. */
  R visitUnder(Under node);

  /** Visits a contains. */
  R visitContains(Contains node);

  /** Visits a starts with. */
  R visitStartsWith(StartsWith node);

  /** Visits an equals ignoring ascii case. */
  R visitEqualsIgnoringAsciiCase(EqualsIgnoringAsciiCase node);

  /** Visits a between. */
  R visitBetween(Between node);

  /** Visits a labelled. */
  R visitLabelled(Labelled node);

  /** Visits an approved. */
  R visitApproved(Approved node);

  /** Visits a confirmed. */
  R visitConfirmed(Confirmed node);

  /** Visits a granted. */
  R visitGranted(Granted node);

  /** Visits a nonempty. */
  R visitNonempty(Nonempty node);

  /** Visits a size. */
  R visitSize(Size node);

  /** Visits a source of. */
  R visitSourceOf(SourceOf node);

  /** Visits an arithmetic. */
  R visitArithmetic(Arithmetic node);

  /** Visits a negate. */
  R visitNegate(Negate node);

  /** Visits a member. */
  R visitMember(Member node);

  /** Visits a call. */
  R visitCall(Call node);

  /** Visits an index. */
  R visitIndex(Index node);

  /** Visits a root reference. */
  R visitRoot(RootReference node);

  /** Visits a name reference. */
  R visitName(NameReference node);

  /** Visits an entity literal. */
  R visitEntity(EntityLiteral node);

  /** Visits a bool literal. */
  R visitBool(BoolLiteral node);

  /** Visits an int literal. */
  R visitInt(IntLiteral node);

  /** Visits a decimal literal. */
  R visitDecimal(DecimalLiteral node);

  /** Visits a string literal. */
  R visitString(StringLiteral node);

  /** Visits a duration literal. */
  R visitDuration(DurationLiteral node);

  /** Visits an instant literal. */
  R visitInstant(InstantLiteral node);

  /** Visits a time of day literal. */
  R visitTimeOfDay(TimeOfDayLiteral node);

  /** Visits a list literal. */
  R visitList(ListLiteral node);

  /** Visits a record literal. */
  R visitRecord(RecordLiteral node);
}
