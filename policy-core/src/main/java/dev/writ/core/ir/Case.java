package dev.writ.core.ir;

import java.util.List;
import java.util.Objects;
import java.util.SortedSet;

/**
 * What a rule says for some of the slots that its head spans. A rule has several cases only where
 * one text means different things for different types; the cases of a rule have no slot in common.
 *
 * @param slots where the case speaks, at least one
 * @param condition guard, constraints of the head, {@code when} and not {@code unless}, as one
 *     conjunction
 * @param obligations what is to be done when the rule is among the determining ones
 */
public record Case(SortedSet<Slot> slots, Expr condition, List<ObligationCall> obligations) {
  public Case {
    slots = SlotSet.of(slots);
    Objects.requireNonNull(condition, "condition");
    obligations = List.copyOf(obligations);
    if (slots.isEmpty()) {
      throw new IllegalArgumentException("a case needs a slot");
    }
  }
}
