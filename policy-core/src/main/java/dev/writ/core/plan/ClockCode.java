package dev.writ.core.plan;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ZoneTable;
import dev.writ.core.model.Type.Scalar;
import dev.writ.core.model.Value;
import org.jspecify.annotations.Nullable;

/** What is told by the instant, as nodes. */
final class ClockCode {
  private final Compiler compiler;

  ClockCode(Compiler compiler) {
    this.compiler = compiler;
  }

  Node nowCompare(Expr.NowCompare expr) {
    return compiler.checked(
        compiler.type(expr.instant()) == Scalar.INSTANT,
        expr,
        compiler.one(Scalar.BOOL, expr.instant(), (a, v, m) -> TimeOps.now(expr.op(), a, m)));
  }

  Node ageCompare(Expr.AgeCompare expr) {
    return compiler.checked(
        false,
        expr,
        compiler.two(
            Scalar.BOOL,
            expr.since(),
            expr.duration(),
            (a, b, v, m) -> TimeOps.age(a, expr.op(), b, m)));
  }

  Node hourCompare(Expr.HourCompare expr) {
    ZoneTable zone = compiler.zone(expr.zone());
    return compiler.checked(
        false,
        expr,
        compiler.one(
            Scalar.BOOL,
            expr.hour(),
            (a, v, m) -> TimeOps.hour(zone, expr.zone(), expr.op(), a, m)));
  }

  Node weekdayIn(Expr.WeekdayIn expr) {
    ZoneTable zone = compiler.zone(expr.zone());
    return clock(expr, m -> TimeOps.weekday(zone, expr, m));
  }

  Node timeOfDayBetween(Expr.TimeOfDayBetween expr) {
    ZoneTable zone = compiler.zone(expr.zone());
    return clock(expr, m -> TimeOps.timeOfDay(zone, expr, m));
  }

  /** What is told by the moment alone. */
  @FunctionalInterface
  private interface Clock {
    @Nullable Value at(Moment moment);
  }

  private Node clock(Expr expr, Clock clock) {
    return compiler.checked(
        false,
        expr,
        new Node(Scalar.BOOL) {
          @Override
          @Nullable Value value(View view, Moment moment, Value[] locals) {
            return clock.at(moment);
          }
        });
  }
}
