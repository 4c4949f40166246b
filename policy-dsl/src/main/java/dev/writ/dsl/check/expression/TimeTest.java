package dev.writ.dsl.check.expression;

import dev.writ.dsl.ast.ComparisonOperator;
import dev.writ.dsl.ast.Expression;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** A condition on the instant of the decision, in one of the forms that the language allows. */
public sealed interface TimeTest extends Meaning {

  /** Calls the method of the visitor that belongs to this form. */
  <R> R accept(Visitor<R> visitor);

  /** {@code now OP instant}. */
  record NowTest(ComparisonOperator operator, Expression instant) implements TimeTest {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitNow(this);
    }
  }

  /** {@code now - since OP duration}. */
  record AgeTest(Expression since, ComparisonOperator operator, Expression duration)
      implements TimeTest {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAge(this);
    }
  }

  /** {@code now.hour(zone) OP hour}. */
  record HourTest(String zone, ComparisonOperator operator, Expression hour) implements TimeTest {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitHour(this);
    }
  }

  /** {@code now.weekday(zone)} among days, by their ordinals in {@code Weekday}. */
  record WeekdayTest(String zone, SortedSet<Integer> days) implements TimeTest {
    /** Copies the set. */
    public WeekdayTest {
      days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitWeekday(this);
    }
  }

  /** {@code now.time(zone) between from and to}, in minutes of the day. */
  record TimeOfDayTest(String zone, int fromMinute, int toMinute) implements TimeTest {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitTimeOfDay(this);
    }
  }

  /**
   * A case for each form.
   *
   * @param <R> what a visit returns
   */
  interface Visitor<R> {
    /** Visits a test of the instant itself. */
    R visitNow(NowTest test);

    /** Visits a test of how long ago something was. */
    R visitAge(AgeTest test);

    /** Visits a test of the hour. */
    R visitHour(HourTest test);

    /** Visits a test of the day of the week. */
    R visitWeekday(WeekdayTest test);

    /** Visits a test of the time of day. */
    R visitTimeOfDay(TimeOfDayTest test);
  }
}
