package dev.writ.core.plan;

import dev.writ.core.ir.Limit;
import dev.writ.core.ir.ZoneTable;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Over which time a limit counts. What is counted is kept in buckets, told by their start, epoch
 * milliseconds.
 */
sealed interface Window {

  /** The start of the bucket that a use now falls in; empty where nothing can tell. */
  OptionalLong bucket(long now);

  /** Whether a bucket counts now, given the one that a use now falls in. */
  boolean counts(long bucket, long current, long now);

  /** The zone it goes by, or nothing. */
  default String zone() {
    return "";
  }

  static Window of(Limit.Window window, Map<String, ZoneTable> zones) {
    if (window instanceof Limit.Window.Rolling rolling) {
      return new Rolling(rolling.millis(), (rolling.millis() - 1) / 60 + 1);
    }
    return window instanceof Limit.Window.Calendar calendar
        ? new Calendar(calendar.month(), calendar.zone(), zones.get(calendar.zone()))
        : new Life();
  }

  /** The life of the session: one bucket that always counts. */
  record Life() implements Window {
    @Override
    public OptionalLong bucket(long now) {
      return OptionalLong.of(0);
    }

    @Override
    public boolean counts(long bucket, long current, long now) {
      return true;
    }
  }

  /** A rolling window of sixty buckets, each counting until all that may be in it has left. */
  record Rolling(long millis, long width) implements Window {
    @Override
    public OptionalLong bucket(long now) {
      return OptionalLong.of(now - Math.floorMod(now, width));
    }

    @Override
    public boolean counts(long bucket, long current, long now) {
      return now < TimeOps.saturatedSum(bucket, TimeOps.saturatedSum(width, millis));
    }
  }

  /** Since the midnight of the day, or of the first of the month. */
  record Calendar(boolean month, String zone, @Nullable ZoneTable table) implements Window {
    private static final long DAY = 86_400_000L;

    @Override
    public OptionalLong bucket(long now) {
      if (table == null) {
        return OptionalLong.empty();
      }
      OptionalLong local = TimeOps.local(table, now);
      return local.isEmpty() ? local : TimeOps.firstInstantOf(table, midnight(local.getAsLong()));
    }

    private long midnight(long local) {
      LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(local, DAY));
      return (month ? day.withDayOfMonth(1) : day).toEpochDay() * DAY;
    }

    @Override
    public boolean counts(long bucket, long current, long now) {
      return bucket >= current;
    }
  }
}
