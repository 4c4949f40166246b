package dev.writ.core.reference;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Expr.Comparison;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A condition on {@code now} whose other operands are known: its value at any instant, and when it
 * changes next.
 *
 * @param at its value at an instant, epoch milliseconds
 * @param candidates for an instant, the later ones at which alone the value can change, in order
 */
record TimeCondition(LongFunction<Truth> at, LongFunction<LongStream> candidates) {

  /** The first instant after this one at which the condition has another value. */
  OptionalLong nextChange(long now) {
    Truth value = at.apply(now);
    return candidates.apply(now).filter(t -> t > now && at.apply(t) != value).findFirst();
  }

  /** {@code now op instant}. */
  static TimeCondition now(Comparison op, long instant) {
    return new TimeCondition(
        t -> Truth.of(Numbers.holds(op, t, instant)), now -> around(instant, 0));
  }

  /** {@code now - since op duration}; where the difference leaves 64 bits it is an error. */
  static TimeCondition age(long since, Comparison op, long duration) {
    return new TimeCondition(
        t -> age(t, since, op, duration),
        now ->
            LongStream.of(Long.MIN_VALUE, duration, Long.MAX_VALUE)
                .flatMap(age -> around(since, age))
                .sorted());
  }

  /** The instant at which something has this age, and the next; without those beyond 64 bits. */
  private static LongStream around(long since, long age) {
    long instant = since + age;
    boolean overflow = ((since ^ instant) & (age ^ instant)) < 0;
    return overflow
        ? LongStream.empty()
        : LongStream.of(instant, ZoneClock.saturatedSum(instant, 1));
  }

  private static Truth age(long now, long since, Comparison op, long duration) {
    long age = now - since;
    boolean overflow = ((now ^ since) & (now ^ age)) < 0;
    return overflow ? Truth.ERROR : Truth.of(Numbers.holds(op, age, duration));
  }

  /**
   * A condition on the local time of a zone that is the same every week; an error where the zone's
   * table has ended.
   *
   * @param minutes the minutes of the day at which alone it can change, in order
   * @param holds whether it holds at a local time
   */
  static TimeCondition local(ZoneClock clock, List<Integer> minutes, LongPredicate holds) {
    return new TimeCondition(
        t -> {
          OptionalLong local = clock.local(t);
          return local.isEmpty() ? Truth.ERROR : Truth.of(holds.test(local.getAsLong()));
        },
        now ->
            LongStream.concat(
                clock.segments().stream()
                    .filter(segment -> segment.to() > now)
                    .flatMapToLong(segment -> edges(segment, now, minutes)),
                LongStream.of(clock.until())));
  }

  /** Within one offset what is the same every week shows all its changes within eight days. */
  private static LongStream edges(ZoneClock.Segment segment, long now, List<Integer> minutes) {
    long start = Math.max(now, segment.from());
    long day = Math.floorDiv(segment.local(start), ZoneClock.DAY);
    Stream<Long> edges =
        LongStream.rangeClosed(day, day + 8)
            .boxed()
            .flatMap(d -> minutes.stream().map(m -> d * ZoneClock.DAY + m * ZoneClock.MINUTE))
            .map(segment::instant)
            .filter(t -> t > start && t < segment.to());
    return LongStream.concat(LongStream.of(start), edges.mapToLong(t -> t));
  }
}
