package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code each day("UTC")} or {@code each month("Europe/Berlin")}.
 *
 * @param unit day or month
 * @param zone the time zone whose midnight counts
 * @param span where it stands
 */
public record CalendarWindow(CalendarUnit unit, QuotedText zone, Span span) implements LimitWindow {

  @Override
  public <R extends @Nullable Object> R accept(LimitWindowVisitor<R> visitor) {
    return visitor.visitCalendar(this);
  }
}
