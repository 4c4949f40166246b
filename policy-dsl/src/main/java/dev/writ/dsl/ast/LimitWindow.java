package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/** The time over which a limit counts. */
public sealed interface LimitWindow permits CalendarWindow, RollingWindow, WholeSession {

  /** Returns where it stands. */
  Span span();

  /** Calls the method of the visitor that belongs to this kind and returns its result. */
  <R extends @Nullable Object> R accept(LimitWindowVisitor<R> visitor);
}
