package dev.writ.core.plan;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ZoneTable;
import dev.writ.core.model.DurationValue;
import dev.writ.core.model.InstantValue;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.Value;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** The conditions that read the clock. */
final class TimeOps {
  private static final long MINUTE = 60_000L;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private TimeOps() {}

  static @Nullable Value now(Expr.Comparison op, Value instant, Moment moment) {
    return instant instanceof InstantValue i
        ? Node.bool(NumberOps.holds(op, moment.now, i.epochMillis()))
        : moment.illTyped("now");
  }

  static @Nullable Value age(Value since, Expr.Comparison op, Value duration, Moment moment) {
    if (!(since instanceof InstantValue i) || !(duration instanceof DurationValue d)) {
      return moment.illTyped("now -");
    }
    long age = moment.now - i.epochMillis();
    boolean overflow = ((moment.now ^ i.epochMillis()) & (moment.now ^ age)) < 0;
    return overflow
        ? moment.fault(FaultKind.OVERFLOW, "now -")
        : Node.bool(NumberOps.holds(op, age, d.millis()));
  }

  static @Nullable Value hour(
      @Nullable ZoneTable zone, String name, Expr.Comparison op, Value hour, Moment moment) {
    return hour instanceof IntValue n
        ? local(zone, name, moment, t -> NumberOps.holds(op, ofDay(t) / HOUR, n.value()))
        : moment.illTyped("now.hour");
  }

  static @Nullable Value weekday(@Nullable ZoneTable zone, Expr.WeekdayIn expr, Moment moment) {
    return local(zone, expr.zone(), moment, t -> expr.days().contains(weekday(t)));
  }

  static @Nullable Value timeOfDay(
      @Nullable ZoneTable zone, Expr.TimeOfDayBetween expr, Moment moment) {
    return local(zone, expr.zone(), moment, t -> between(ofDay(t) / MINUTE, expr));
  }

  private static boolean between(long minute, Expr.TimeOfDayBetween expr) {
    return expr.fromMinute() <= expr.toMinute()
        ? expr.fromMinute() <= minute && minute < expr.toMinute()
        : expr.fromMinute() <= minute || minute < expr.toMinute();
  }

  private static long ofDay(long local) {
    return Math.floorMod(local, DAY);
  }

  /** The ordinal of {@code Weekday}; 1970-01-01 was a Thursday. */
  private static int weekday(long local) {
    return (int) Math.floorMod(Math.floorDiv(local, DAY) + 3, 7L);
  }

  private static @Nullable Value local(
      @Nullable ZoneTable zone, String name, Moment moment, LongPredicate holds) {
    if (zone == null) {
      return moment.illTyped(name);
    }
    OptionalLong local = local(zone, moment.now);
    return local.isPresent()
        ? Node.bool(holds.test(local.getAsLong()))
        : moment.fault(FaultKind.ZONE_TABLE_ENDED, name);
  }

  /** The local time of an instant, saturated at the ends of 64 bits; empty beyond the table. */
  static OptionalLong local(ZoneTable zone, long instant) {
    List<ZoneTable.Transition> transitions = zone.transitions();
    int from = 0;
    int to = transitions.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (transitions.get(middle).atMillis() <= instant) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    if (from == transitions.size() && instant >= zone.untilMillis()) {
      return OptionalLong.empty();
    }
    int seconds =
        from == 0 ? zone.initialOffsetSeconds() : transitions.get(from - 1).offsetSeconds();
    return OptionalLong.of(saturatedSum(instant, seconds * 1000L));
  }

  /**
   * The first instant at which the zone's clocks show this local time or a later one; empty where
   * the table ends before.
   */
  static OptionalLong firstInstantOf(ZoneTable zone, long local) {
    long from = Long.MIN_VALUE;
    long offset = zone.initialOffsetSeconds() * 1000L;
    for (ZoneTable.Transition transition : zone.transitions()) {
      long instant = Math.max(from, saturatedSum(local, -offset));
      if (instant < transition.atMillis()) {
        return OptionalLong.of(instant);
      }
      from = transition.atMillis();
      offset = transition.offsetSeconds() * 1000L;
    }
    long instant = Math.max(from, saturatedSum(local, -offset));
    return instant < zone.untilMillis() ? OptionalLong.of(instant) : OptionalLong.empty();
  }

  /** The sum, or the end of 64 bits on the side where it would lie. */
  static long saturatedSum(long a, long b) {
    long sum = a + b;
    boolean overflow = ((a ^ sum) & (b ^ sum)) < 0;
    return overflow ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
  }
}
