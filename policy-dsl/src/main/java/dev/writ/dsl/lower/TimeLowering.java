package dev.writ.dsl.lower;

import dev.writ.core.ir.Expr;
import dev.writ.dsl.check.expression.TimeTest;

/** Lowers conditions on the instant of the decision. */
final class TimeLowering implements TimeTest.Visitor<Expr> {
  private final ExpressionLowering operands;

  TimeLowering(ExpressionLowering operands) {
    this.operands = operands;
  }

  @Override
  public Expr visitNow(TimeTest.NowTest test) {
    return new Expr.NowCompare(
        RelationLowering.comparison(test.operator()), operands.lower(test.instant()));
  }

  @Override
  public Expr visitAge(TimeTest.AgeTest test) {
    return new Expr.AgeCompare(
        operands.lower(test.since()),
        RelationLowering.comparison(test.operator()),
        operands.lower(test.duration()));
  }

  @Override
  public Expr visitHour(TimeTest.HourTest test) {
    return new Expr.HourCompare(
        test.zone(), RelationLowering.comparison(test.operator()), operands.lower(test.hour()));
  }

  @Override
  public Expr visitWeekday(TimeTest.WeekdayTest test) {
    return new Expr.WeekdayIn(test.zone(), test.days());
  }

  @Override
  public Expr visitTimeOfDay(TimeTest.TimeOfDayTest test) {
    return new Expr.TimeOfDayBetween(test.zone(), test.fromMinute(), test.toMinute());
  }
}
