package dev.writ.dsl.check;

import java.util.List;

/**
 * What a declaration says in one slot.
 *
 * @param slot the slot
 * @param condition when it counts
 * @param obligations what is to be done then
 */
public record CheckedCase(
    HeadSlot slot, CheckedCondition condition, List<CheckedCall> obligations) {

  /** Copies the list. */
  public CheckedCase {
    obligations = List.copyOf(obligations);
  }
}
