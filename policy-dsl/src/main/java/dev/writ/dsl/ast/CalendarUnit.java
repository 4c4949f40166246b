package dev.writ.dsl.ast;

/** A calendar period that a limit counts over. */
public enum CalendarUnit {
  /** From midnight to midnight. */
  DAY,
  /** From the first midnight of a month to that of the next. */
  MONTH
}
