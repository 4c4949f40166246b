package dev.writ.dsl.check;

import dev.writ.dsl.ast.Condition;
import dev.writ.dsl.ast.ObligationCall;
import java.util.List;

/** Checks what a declaration says in one slot: its condition, then its obligations. */
final class CaseChecker {
  private CaseChecker() {}

  /**
   * Returns what is said in a slot.
   *
   * @param proved whether obligations are due only where the condition is true; those of a forbid
   *     are due where it is an error too, so that it proves nothing for their arguments
   */
  static CheckedCase check(
      SetContext context,
      SlotExpressions slot,
      Condition condition,
      Polarity polarity,
      List<ObligationCall> obligations,
      boolean proved) {
    SlotExpressions.Conditioned conditioned = slot.condition(condition, polarity);
    SlotExpressions after = proved ? conditioned.whenHolds() : slot;
    return new CheckedCase(
        slot.slot(),
        conditioned.condition(),
        new ObligationChecker(context, after).check(obligations));
  }
}
