package dev.writ.core.ir;

/**
 * One method for each kind of expression, none with a default, so that a new kind breaks every
 * place that must know it.
 *
 * @param <R> what a visit returns
 */
public interface ExprVisitor<R> {
  R visitConst(Expr.Const expr);

  R visitVar(Expr.Var expr);

  R visitLocal(Expr.Local expr);

  R visitMember(Expr.Member expr);

  R visitPartOf(Expr.PartOf expr);

  R visitHas(Expr.Has expr);

  R visitHasDelegator(Expr.HasDelegator expr);

  R visitNot(Expr.Not expr);

  R visitAnd(Expr.And expr);

  R visitOr(Expr.Or expr);

  R visitIf(Expr.If expr);

  R visitCompare(Expr.Compare expr);

  R visitArith(Expr.Arith expr);

  R visitTimes(Expr.Times expr);

  R visitBetween(Expr.Between expr);

  R visitInEntities(Expr.InEntities expr);

  R visitInEntitySet(Expr.InEntitySet expr);

  R visitInList(Expr.InList expr);

  R visitInNetwork(Expr.InNetwork expr);

  R visitIs(Expr.Is expr);

  R visitContains(Expr.Contains expr);

  R visitContainsEach(Expr.ContainsEach expr);

  R visitSize(Expr.Size expr);

  R visitSetOf(Expr.SetOf expr);

  R visitLike(Expr.Like expr);

  R visitMatches(Expr.Matches expr);

  R visitPathUnder(Expr.PathUnder expr);

  R visitHostUnder(Expr.HostUnder expr);

  R visitStringStartsWith(Expr.StringStartsWith expr);

  R visitCommandStartsWith(Expr.CommandStartsWith expr);

  R visitEqualsIgnoringAsciiCase(Expr.EqualsIgnoringAsciiCase expr);

  R visitQuantified(Expr.Quantified expr);

  R visitSourceOfArg(Expr.SourceOfArg expr);

  R visitSourceOfElement(Expr.SourceOfElement expr);

  R visitApproved(Expr.Approved expr);

  R visitConfirmed(Expr.Confirmed expr);

  R visitGranted(Expr.Granted expr);

  R visitLabelled(Expr.Labelled expr);

  R visitNowCompare(Expr.NowCompare expr);

  R visitAgeCompare(Expr.AgeCompare expr);

  R visitHourCompare(Expr.HourCompare expr);

  R visitWeekdayIn(Expr.WeekdayIn expr);

  R visitTimeOfDayBetween(Expr.TimeOfDayBetween expr);
}
