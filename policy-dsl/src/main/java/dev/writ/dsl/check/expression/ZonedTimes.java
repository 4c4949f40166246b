package dev.writ.dsl.check.expression;

import dev.writ.core.model.EnumValue;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import dev.writ.dsl.ast.Between;
import dev.writ.dsl.ast.Call;
import dev.writ.dsl.ast.ComparisonOperator;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.ListLiteral;
import dev.writ.dsl.ast.StringLiteral;
import dev.writ.dsl.ast.TimeOfDayLiteral;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Spelling;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code now.hour(zone)}, {@code now.weekday(zone)} and {@code now.time(zone)}. */
final class ZonedTimes {
  private static final int DAYS = Schema.WEEKDAY.enumerators().size();

  private final Checking at;
  private final Times times;

  ZonedTimes(Checking at) {
    this.at = at;
    this.times = new Times(at);
  }

  Outcome comparison(Expression node, Call call, ComparisonOperator operator, Expression other) {
    String zone = zone(call);
    switch (call.name().text()) {
      case "hour" -> {
        times.require(other, Type.Scalar.INT);
        return zone == null
            ? at.bool()
            : times.found(node, new TimeTest.HourTest(zone, operator, other));
      }
      case "weekday" -> {
        return weekday(node, zone, operator, other);
      }
      default -> {
        return wrongForm(call, node);
      }
    }
  }

  private Outcome weekday(
      Expression node, @Nullable String zone, ComparisonOperator operator, Expression other) {
    if (!Comparisons.isEquality(operator)) {
      at.error(
          DiagnosticCode.MISPLACED_NOW,
          node.span(),
          "days of the week go round, so none is before another",
          "list them: `now.weekday(\"UTC\") in [saturday, sunday]`");
      return at.bool();
    }
    SortedSet<Integer> days = days(List.of(other));
    if (zone == null || days == null) {
      return at.bool();
    }
    if (operator == ComparisonOperator.NOT_EQUAL) {
      SortedSet<Integer> others = new TreeSet<>();
      for (int day = 0; day < DAYS; day++) {
        others.add(day);
      }
      others.removeAll(days);
      days = others;
    }
    return times.found(node, new TimeTest.WeekdayTest(zone, days));
  }

  Outcome membership(Expression node, Call call, Expression right) {
    if (!call.name().text().equals("weekday") || !(right instanceof ListLiteral list)) {
      return wrongForm(call, node);
    }
    String zone = zone(call);
    SortedSet<Integer> days = days(list.elements());
    return zone == null || days == null
        ? at.bool()
        : times.found(node, new TimeTest.WeekdayTest(zone, days));
  }

  Outcome between(Between node, Call call) {
    if (!call.name().text().equals("time")) {
      return wrongForm(call, node);
    }
    String zone = zone(call);
    int from = minute(node.low());
    int to = minute(node.high());
    if (zone == null || from < 0 || to < 0) {
      return at.bool();
    }
    if (from == to) {
      at.error(
          DiagnosticCode.EMPTY_INTERVAL,
          node.span(),
          "there is no time between these bounds",
          "the upper bound is not in: leave the condition out for the whole day");
    }
    return times.found(node, new TimeTest.TimeOfDayTest(zone, from, to));
  }

  private Outcome wrongForm(Call call, Expression node) {
    return switch (call.name().text()) {
      case "hour", "weekday", "time" -> times.misplaced(node.span());
      default -> {
        at.error(
            DiagnosticCode.UNKNOWN_FIELD,
            call.name().span(),
            "`now` has no `" + call.name().text() + "`",
            Spelling.didYouMean(call.name().text(), List.of("hour", "weekday", "time"))
                .orElse("it has `hour(zone)`, `weekday(zone)` and `time(zone)`"));
        yield at.bool();
      }
    };
  }

  /** The ordinals of literal days, or null where one is none; that is reported. */
  private @Nullable SortedSet<Integer> days(List<Expression> nodes) {
    SortedSet<Integer> days = new TreeSet<>();
    boolean all = true;
    for (Expression node : nodes) {
      Outcome found = at.check(node, Wanted.of(Schema.WEEKDAY));
      Value value = at.facts().constant(node);
      if (value instanceof EnumValue day && day.type().equals(Schema.WEEKDAY)) {
        days.add(day.ordinal());
      } else {
        all = false;
        if (!found.failed()) {
          at.error(
              DiagnosticCode.MISPLACED_NOW,
              node.span(),
              "the day of the week is compared with literal days only",
              "write `monday`, `tuesday` and so on");
        }
      }
    }
    return all ? days : null;
  }

  /** The minute of the day of a literal, or -1; what is wrong is reported. */
  private int minute(Expression node) {
    if (node instanceof TimeOfDayLiteral time) {
      if (time.value().toSecondOfDay() % 60 == 0) {
        return time.value().toSecondOfDay() / 60;
      }
      at.error(
          DiagnosticCode.INVALID_LITERAL,
          node.span(),
          "a time of day is given to the minute",
          "leave the seconds out");
      return -1;
    }
    at.error(
        DiagnosticCode.MISPLACED_NOW,
        node.span(),
        "`" + at.text(node.span()) + "` is not a time of day",
        "write `now.time(\"UTC\") between 09:00 and 17:00`");
    return -1;
  }

  private @Nullable String zone(Call call) {
    if (call.arguments().size() != 1 || !(call.arguments().get(0) instanceof StringLiteral zone)) {
      at.error(
          DiagnosticCode.UNKNOWN_ZONE,
          call.span(),
          "`" + call.name().text() + "` takes one time zone, a string",
          "write `now." + call.name().text() + "(\"Europe/Berlin\")`");
      return null;
    }
    Set<String> known = ZoneId.getAvailableZoneIds();
    if (!known.contains(zone.value())) {
      at.error(
          DiagnosticCode.UNKNOWN_ZONE,
          zone.span(),
          "there is no time zone `" + zone.value() + "`",
          Spelling.didYouMean(zone.value(), known)
              .orElse("use a name of the IANA time zone database, such as `Europe/Berlin`"));
      return null;
    }
    at.facts().zone(zone.value());
    return zone.value();
  }
}
