package dev.writ.core.plan;

/** Finds the rules of a slice that are true on a view, without looking at all. Immutable. */
interface RuleIndex {

  /**
   * Adds the numbers of the rules that are true.
   *
   * @param judge of a quick run whose guards were probed
   * @throws FaultSignal if a rule could not be evaluated
   */
  void match(View view, Judge judge, Matches into);

  /** What it is made of, for people. */
  String describe();
}
