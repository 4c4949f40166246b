package dev.writ.core.reference;

import static dev.writ.core.reference.Exprs.c;
import static dev.writ.core.reference.Exprs.instant;
import static dev.writ.core.reference.Exprs.millis;
import static dev.writ.core.reference.Exprs.n;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Expr.Comparison;
import dev.writ.core.model.InstantValue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a time condition says, and when it changes next. */
final class TimeConditionTest {
  private static final long MINUTE = 60_000;

  private final Evaluation in = new Evaluation();

  private void at(String now, Expr condition, String truth, String nextChange) {
    in.now = instant(now).epochMillis();
    assertThat(in.truth(condition)).isEqualTo(truth);
    OptionalLong next = in.nextChange(condition);
    assertThat(next.isEmpty() ? "never" : new InstantValue(next.getAsLong()).text())
        .isEqualTo(nextChange);
  }

  @Test
  void now_comparedWithAnInstant_changesAtItOrJustAfter() {
    Expr noon = Exprs.at("2026-03-02T12:00:00Z");
    at("2026-03-02T11:00:00Z", now(Comparison.LT, noon), "TRUE", "2026-03-02T12:00:00Z");
    at("2026-03-02T11:00:00Z", now(Comparison.LE, noon), "TRUE", "2026-03-02T12:00:00.001Z");
    at("2026-03-02T12:00:00Z", now(Comparison.LE, noon), "TRUE", "2026-03-02T12:00:00.001Z");
    at("2026-03-02T12:00:00Z", now(Comparison.EQ, noon), "TRUE", "2026-03-02T12:00:00.001Z");
    at("2026-03-02T11:00:00Z", now(Comparison.NE, noon), "TRUE", "2026-03-02T12:00:00Z");
    at("2026-03-02T11:00:00Z", now(Comparison.GT, noon), "FALSE", "2026-03-02T12:00:00.001Z");
    at("2026-03-02T11:00:00Z", now(Comparison.GE, noon), "FALSE", "2026-03-02T12:00:00Z");
    at("2026-03-02T13:00:00Z", now(Comparison.LT, noon), "FALSE", "never");
    at("2026-03-02T13:00:00Z", now(Comparison.NE, noon), "TRUE", "never");
  }

  private static Expr now(Comparison op, Expr instant) {
    return new Expr.NowCompare(op, instant);
  }

  @Test
  void age_comparedWithADuration_changesWhenItIsReached() {
    Expr since = Exprs.at("2026-03-02T10:00:00Z");
    at("2026-03-02T10:30:00Z", age(since, Comparison.LT), "TRUE", "2026-03-02T11:00:00Z");
    at("2026-03-02T10:30:00Z", age(since, Comparison.LE), "TRUE", "2026-03-02T11:00:00.001Z");
    at("2026-03-02T12:00:00Z", age(since, Comparison.GE), "TRUE", "never");
    at("2026-03-02T09:00:00Z", age(since, Comparison.EQ), "FALSE", "2026-03-02T11:00:00Z");
  }

  @Test
  void age_beyond64Bits_isAnErrorUntilItFits() {
    Expr never = c(new InstantValue(Long.MIN_VALUE));
    at("2026-03-02T10:30:00Z", age(never, Comparison.LT), "ERROR overflow", "never");
    in.now = -2;
    Expr far = age(c(new InstantValue(Long.MAX_VALUE)), Comparison.LT);
    assertThat(in.truth(far)).isEqualTo("ERROR overflow");
    assertThat(in.nextChange(far)).hasValue(-1);
    in.now = -1;
    assertThat(in.truth(far)).isEqualTo("TRUE");
  }

  private static Expr age(Expr since, Comparison op) {
    return new Expr.AgeCompare(since, op, millis(3_600_000));
  }

  @Test
  void zones_acrossAChangeOfClocks_areExact() {
    in.zones = List.of(ZoneTables.of("Europe/Berlin"));
    Expr day = between(2 * 60, 3 * 60);
    // 2026-03-29 has no 02:00 to 03:00 in Berlin
    at("2026-03-28T12:00:00Z", day, "FALSE", "2026-03-30T00:00:00Z");
    // 2026-10-25 has it twice
    at("2026-10-24T23:30:00Z", day, "FALSE", "2026-10-25T00:00:00Z");
    at("2026-10-25T00:30:00Z", day, "TRUE", "2026-10-25T02:00:00Z");
    at("2026-03-02T10:00:00Z", between(22 * 60, 6 * 60), "FALSE", "2026-03-02T21:00:00Z");
    at("2026-03-02T21:00:00Z", between(22 * 60, 6 * 60), "TRUE", "2026-03-03T05:00:00Z");
    at("2026-03-02T21:00:00Z", between(540, 540), "FALSE", "2030-01-01T00:00:00Z");
  }

  @Test
  void zones_afterTheirTable_areErrors() {
    in.zones = List.of(ZoneTables.of("UTC"));
    Expr always = new Expr.HourCompare("UTC", Comparison.LT, n(24));
    at("2026-03-02T10:00:00Z", always, "TRUE", "2030-01-01T00:00:00Z");
    at("2030-01-01T00:00:00Z", always, "ERROR zone_table_ended", "never");
    at(
        "2026-03-02T10:00:00Z",
        new Expr.HourCompare("Mars/Olympus", Comparison.LT, n(24)),
        "ERROR ill_typed",
        "never");
  }

  private static Expr between(int from, int to) {
    return new Expr.TimeOfDayBetween("Europe/Berlin", from, to);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Berlin",
        "America/New_York",
        "Asia/Kolkata",
        "Australia/Lord_Howe",
        "UTC",
        "America/Sao_Paulo",
        "Pacific/Apia"
      })
  void localConditions_minuteByMinute_agreeWithTheJavaPlatform(String zone) {
    in.zones = List.of(ZoneTables.of(zone));
    Random random = new Random(zone.hashCode());
    for (int round = 0; round < 40; round++) {
      long from = FROM_2021 + random.nextInt(8 * 365 * 24 * 60) * MINUTE;
      int a = random.nextInt(1440);
      int b = random.nextInt(1440);
      int day = random.nextInt(7);
      int hour = random.nextInt(24);
      scan(zone, from, new Expr.TimeOfDayBetween(zone, a, b), t -> within(t.toLocalTime(), a, b));
      scan(
          zone,
          from,
          new Expr.WeekdayIn(zone, new TreeSet<>(List.of(day))),
          t -> t.getDayOfWeek() == DayOfWeek.of(day + 1));
      scan(
          zone, from, new Expr.HourCompare(zone, Comparison.GE, n(hour)), t -> t.getHour() >= hour);
    }
  }

  private static final long FROM_2021 = Instant.parse("2021-01-01T00:00:00Z").toEpochMilli();

  private static boolean within(LocalTime time, int from, int to) {
    int minute = time.toSecondOfDay() / 60;
    return from <= to ? from <= minute && minute < to : from <= minute || minute < to;
  }

  /** Compares value and next change with a search minute by minute over ten days. */
  private void scan(String zone, long from, Expr condition, Predicate<ZonedDateTime> expected) {
    in.now = from;
    boolean value = expected.test(local(zone, from));
    assertThat(in.truth(condition)).isEqualTo(Truth.of(value).toString());
    long change = from + MINUTE;
    while (change < from + 10 * 24 * 60 * MINUTE && expected.test(local(zone, change)) == value) {
      change += MINUTE;
    }
    if (expected.test(local(zone, change)) != value) {
      assertThat(in.nextChange(condition)).as("%s in %s", condition, zone).hasValue(change);
    } else {
      assertThat(in.nextChange(condition).orElse(0)).isGreaterThan(change);
    }
  }

  private static ZonedDateTime local(String zone, long instant) {
    return Instant.ofEpochMilli(instant).atZone(ZoneId.of(zone));
  }
}
