package dev.writ.core.reference;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ZoneTable;
import dev.writ.core.model.DurationValue;
import dev.writ.core.model.InstantValue;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.Value;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The five conditions that read {@code now}; nothing else does. */
final class TimeAtoms {
  private final World world;
  private final Notes notes;

  TimeAtoms(World world, Notes notes) {
    this.world = world;
    this.notes = notes;
  }

  Result nowCompare(Expr.Comparison op, Value instant) {
    return instant instanceof InstantValue i
        ? value(TimeCondition.now(op, i.epochMillis()), Fault.Kind.OVERFLOW, "now")
        : notes.illTyped("now");
  }

  Result ageCompare(Value since, Expr.Comparison op, Value duration) {
    return since instanceof InstantValue i && duration instanceof DurationValue d
        ? value(TimeCondition.age(i.epochMillis(), op, d.millis()), Fault.Kind.OVERFLOW, "now -")
        : notes.illTyped("now -");
  }

  Result hourCompare(String zone, Expr.Comparison op, Value hour) {
    List<Integer> hours = IntStream.range(0, 24).mapToObj(h -> h * 60).toList();
    return hour instanceof IntValue n
        ? local(
            zone,
            clock ->
                TimeCondition.local(
                    clock,
                    hours,
                    t -> Numbers.holds(op, millisOfDay(t) / ZoneClock.HOUR, n.value())))
        : notes.illTyped("now.hour");
  }

  Result weekdayIn(Expr.WeekdayIn expr) {
    return local(
        expr.zone(),
        clock -> TimeCondition.local(clock, List.of(0), t -> expr.days().contains(weekday(t))));
  }

  Result timeOfDayBetween(Expr.TimeOfDayBetween expr) {
    List<Integer> edges =
        IntStream.of(0, expr.fromMinute(), expr.toMinute()).sorted().distinct().boxed().toList();
    return local(
        expr.zone(),
        clock ->
            TimeCondition.local(
                clock, edges, t -> between(millisOfDay(t) / ZoneClock.MINUTE, expr)));
  }

  private static boolean between(long minute, Expr.TimeOfDayBetween expr) {
    return expr.fromMinute() <= expr.toMinute()
        ? expr.fromMinute() <= minute && minute < expr.toMinute()
        : expr.fromMinute() <= minute || minute < expr.toMinute();
  }

  private static long millisOfDay(long local) {
    return Math.floorMod(local, ZoneClock.DAY);
  }

  /** The ordinal of {@code Weekday}; 1970-01-01 was a Thursday. */
  private static int weekday(long local) {
    return (int) Math.floorMod(Math.floorDiv(local, ZoneClock.DAY) + 3, 7L);
  }

  private Result local(String zone, Function<ZoneClock, TimeCondition> condition) {
    ZoneTable table = world.zone(zone);
    return table == null
        ? notes.illTyped(zone)
        : value(condition.apply(new ZoneClock(table)), Fault.Kind.ZONE_TABLE_ENDED, zone);
  }

  private Result value(TimeCondition condition, Fault.Kind whyError, String detail) {
    long now = world.nowMillis();
    condition.nextChange(now).ifPresent(notes::changesAt);
    Truth truth = condition.at().apply(now);
    return truth == Truth.ERROR ? notes.fail(whyError, detail) : Result.of(truth == Truth.TRUE);
  }
}
