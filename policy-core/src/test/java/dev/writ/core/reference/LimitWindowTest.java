package dev.writ.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The windows of limits: which bucket a use falls in, which buckets count, when that changes. */
final class LimitWindowTest {
  private static final long MINUTE = 60_000;

  @ParameterizedTest
  @CsvSource({
    "3600000, 60000",
    "60000, 1000",
    "61, 2",
    "60, 1",
    "59, 1",
    "1, 1",
    "86400000, 1440000"
  })
  void rolling_buckets_areASixtiethRoundedUp(long window, long width) {
    LimitWindow rolling = new LimitWindow.Rolling(window);
    assertThat(rolling.bucket(0)).hasValue(0);
    assertThat(rolling.bucket(width - 1)).hasValue(0);
    assertThat(rolling.bucket(width)).hasValue(width);
    assertThat(rolling.bucket(-1)).hasValue(-width);
  }

  @Test
  void rolling_anyUse_countsAtLeastAsLongAsTheWindow() {
    long window = 60 * MINUTE;
    LimitWindow rolling = new LimitWindow.Rolling(window);
    for (long use = 0; use < 3 * MINUTE; use += 777) {
      long bucket = rolling.bucket(use).orElseThrow();
      assertThat(rolling.counted(use + window - 1).test(bucket)).isTrue();
      assertThat(rolling.counted(use + window + MINUTE).test(bucket)).isFalse();
    }
    assertThat(rolling.changes(0, List.of(0L, MINUTE, -61 * MINUTE)))
        .containsExactly(61 * MINUTE, 62 * MINUTE);
  }

  @Test
  void rolling_nearTheEndOf64Bits_counts() {
    LimitWindow rolling = new LimitWindow.Rolling(Long.MAX_VALUE);
    assertThat(rolling.counted(Long.MAX_VALUE - 1).test(Long.MAX_VALUE - 2)).isTrue();
  }

  @Test
  void life_ofASession_isOneBucketThatAlwaysCounts() {
    LimitWindow life = new LimitWindow.Life();
    assertThat(life.bucket(123)).hasValue(0);
    assertThat(life.counted(Long.MAX_VALUE).test(0)).isTrue();
    assertThat(life.changes(0, List.of(0L))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Europe/Berlin", "America/Sao_Paulo", "Asia/Beirut", "America/Havana", "UTC"})
  void calendar_days_startAtTheZonesMidnight(String zone) {
    LimitWindow days = new LimitWindow.Calendar(false, new ZoneClock(ZoneTables.of(zone)));
    LocalDate date = LocalDate.of(2021, 1, 2);
    int seen = 0;
    while (date.isBefore(LocalDate.of(2029, 12, 30))) {
      long start = start(date, zone);
      long next = start(date.plusDays(1), zone);
      for (long instant : new long[] {start, (start + next) / 2, next - 1}) {
        assertThat(days.bucket(instant)).as("%s %s", date, zone).hasValue(start);
        assertThat(days.counted(instant).test(start)).isTrue();
        assertThat(days.counted(instant).test(start - 1)).isFalse();
        assertThat(days.changes(instant, List.of())).containsExactly(next);
      }
      date = date.plusDays(1);
      seen++;
    }
    assertThat(seen).isGreaterThan(3_000);
  }

  @Test
  void calendar_months_startAtTheMidnightOfTheFirst() {
    LimitWindow months =
        new LimitWindow.Calendar(true, new ZoneClock(ZoneTables.of("Europe/Berlin")));
    long inMarch = Instant.parse("2026-03-31T21:59:59Z").toEpochMilli();
    long april = Instant.parse("2026-03-31T22:00:00Z").toEpochMilli();
    assertThat(months.bucket(inMarch))
        .hasValue(Instant.parse("2026-02-28T23:00:00Z").toEpochMilli());
    assertThat(months.changes(inMarch, List.of())).containsExactly(april);
    assertThat(months.bucket(april)).hasValue(april);
  }

  @Test
  void calendar_afterTheTable_cannotTell() {
    LimitWindow days = new LimitWindow.Calendar(false, new ZoneClock(ZoneTables.of("UTC")));
    assertThat(days.bucket(ZoneTables.UNTIL)).isEmpty();
    assertThat(days.changes(ZoneTables.UNTIL, List.of())).isEmpty();
    assertThat(days.changes(ZoneTables.UNTIL - 1, List.of())).containsExactly(ZoneTables.UNTIL);
  }

  private static long start(LocalDate date, String zone) {
    return date.atStartOfDay(ZoneId.of(zone)).toInstant().toEpochMilli();
  }
}
