package dev.writ.dsl.ast;

import org.jspecify.annotations.Nullable;

/**
 * A case for each kind of window.
 *
 * @param <R> what a visit returns
 */
public interface LimitWindowVisitor<R extends @Nullable Object> {

  /** Visits a whole session. */
  R visitWholeSession(WholeSession node);

  /** Visits a rolling window. */
  R visitRolling(RollingWindow node);

  /** Visits a calendar window. */
  R visitCalendar(CalendarWindow node);
}
