package dev.writ.dsl.check;

/** Counts the slots that all heads of a set span together. */
final class SlotBudget {
  private final int limit;
  private long spanned;
  private boolean told;

  SlotBudget(int limit) {
    this.limit = limit;
  }

  /** Returns whether some more slots fit. */
  boolean take(int slots) {
    spanned += slots;
    return spanned <= limit;
  }

  /** Returns the limit the first time it is asked for, then -1: one error says it all. */
  int tellOnce() {
    boolean first = !told;
    told = true;
    return first ? limit : -1;
  }
}
