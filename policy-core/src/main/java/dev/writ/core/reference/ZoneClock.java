package dev.writ.core.reference;

import dev.writ.core.ir.ZoneTable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The local time of a zone, by the table that the policy set carries. Instants are epoch
 * milliseconds; local times are milliseconds since 1970-01-01T00:00 on the zone's clocks.
 */
final class ZoneClock {
  static final long MINUTE = 60_000L;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  private final long until;
  private final List<Segment> segments;

  ZoneClock(ZoneTable table) {
    until = table.untilMillis();
    segments = new ArrayList<>();
    long from = Long.MIN_VALUE;
    long offset = table.initialOffsetSeconds() * 1000L;
    for (ZoneTable.Transition transition : table.transitions()) {
      segments.add(new Segment(from, transition.atMillis(), offset));
      from = transition.atMillis();
      offset = transition.offsetSeconds() * 1000L;
    }
    segments.add(new Segment(from, until, offset));
  }

  /** A stretch of time, the end not in it, with one offset from UTC. */
  record Segment(long from, long to, long offset) {
    long local(long instant) {
      return saturatedSum(instant, offset);
    }

    long instant(long local) {
      return saturatedSum(local, -offset);
    }
  }

  /** The stretches in order of time; they leave no gap before {@link #until()}. */
  List<Segment> segments() {
    return List.copyOf(segments);
  }

  /** The first instant about which the table says nothing. */
  long until() {
    return until;
  }

  /** The local time, or empty where the table has ended. */
  OptionalLong local(long instant) {
    for (Segment segment : segments) {
      if (segment.from() <= instant && instant < segment.to()) {
        return OptionalLong.of(segment.local(instant));
      }
    }
    return OptionalLong.empty();
  }

  /**
   * The first instant at which the zone's clocks show this local time or a later one, or empty
   * where the table ends before. A local time that a change of offset skips is reached at the
   * change; one that is shown twice, the first time.
   */
  OptionalLong firstInstantOf(long local) {
    for (Segment segment : segments) {
      long instant = Math.max(segment.from(), segment.instant(local));
      if (instant < segment.to()) {
        return OptionalLong.of(instant);
      }
    }
    return OptionalLong.empty();
  }

  /** The sum, or the end of 64 bits on the side where it would lie. */
  static long saturatedSum(long a, long b) {
    long sum = a + b;
    boolean overflow = ((a ^ sum) & (b ^ sum)) < 0;
    if (overflow) {
      return a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return sum;
  }
}
