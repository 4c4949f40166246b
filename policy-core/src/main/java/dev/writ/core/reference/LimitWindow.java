package dev.writ.core.reference;

import dev.writ.core.ir.Limit.Window;
import dev.writ.core.ir.ZoneTable;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Over which time a limit counts (language reference, section 7). Instants are epoch milliseconds.
 *
 * <p>What is counted is kept in buckets, told by their start. A rolling window has 60, and a bucket
 * counts until all that may be in it has left the window: rounded against the requester.
 */
sealed interface LimitWindow {

  /** The start of the bucket that a use at this instant falls in; empty where nothing can tell. */
  OptionalLong bucket(long now);

  /** Which buckets count at this instant. Called only where {@link #bucket} could tell. */
  LongPredicate counted(long now);

  /** The instants after now at which what counts may change, given the buckets, in order. */
  List<Long> changes(long now, List<Long> buckets);

  /** The window as the policy set declares it, or null where nothing can tell. */
  static @Nullable LimitWindow of(Window window, World world) {
    if (window instanceof Window.Rolling rolling) {
      return new Rolling(rolling.millis());
    }
    if (window instanceof Window.Calendar calendar) {
      ZoneTable table = world.zone(calendar.zone());
      return table == null ? null : new Calendar(calendar.month(), new ZoneClock(table));
    }
    return window instanceof Window.SessionLife ? new Life() : null;
  }

  /** The session's life: one bucket that always counts. */
  record Life() implements LimitWindow {
    @Override
    public OptionalLong bucket(long now) {
      return OptionalLong.of(0);
    }

    @Override
    public LongPredicate counted(long now) {
      return bucket -> true;
    }

    @Override
    public List<Long> changes(long now, List<Long> buckets) {
      return List.of();
    }
  }

  /** A rolling window. */
  record Rolling(long millis) implements LimitWindow {
    private static final long BUCKETS = 60;

    /** A sixtieth of the window, rounded up. */
    private long width() {
      return (millis - 1) / BUCKETS + 1;
    }

    @Override
    public OptionalLong bucket(long now) {
      return OptionalLong.of(now - Math.floorMod(now, width()));
    }

    @Override
    public LongPredicate counted(long now) {
      return bucket -> now < end(bucket);
    }

    /** From when a bucket no longer counts. */
    private long end(long bucket) {
      return ZoneClock.saturatedSum(bucket, ZoneClock.saturatedSum(width(), millis));
    }

    @Override
    public List<Long> changes(long now, List<Long> buckets) {
      return buckets.stream().map(this::end).filter(end -> end > now).sorted().toList();
    }
  }

  /** Since the midnight of the day, or of the first of the month, on the zone's clocks. */
  record Calendar(boolean month, ZoneClock clock) implements LimitWindow {

    @Override
    public OptionalLong bucket(long now) {
      OptionalLong local = clock.local(now);
      return local.isEmpty() ? local : clock.firstInstantOf(midnight(firstDay(local.getAsLong())));
    }

    @Override
    public LongPredicate counted(long now) {
      long start = bucket(now).orElse(Long.MIN_VALUE);
      return bucket -> bucket >= start;
    }

    @Override
    public List<Long> changes(long now, List<Long> buckets) {
      OptionalLong local = clock.local(now);
      if (local.isEmpty()) {
        return List.of();
      }
      LocalDate first = firstDay(local.getAsLong());
      LocalDate next = month ? first.plusMonths(1) : first.plusDays(1);
      return List.of(clock.firstInstantOf(midnight(next)).orElse(clock.until()));
    }

    private LocalDate firstDay(long local) {
      LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(local, ZoneClock.DAY));
      return month ? day.withDayOfMonth(1) : day;
    }

    private static long midnight(LocalDate day) {
      return day.toEpochDay() * ZoneClock.DAY;
    }
  }
}
