package dev.writ.dsl.check;

import dev.writ.dsl.ast.LimitDecl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A limit.
 *
 * @param declared what is written
 * @param most the bound, in units of what is counted: ones, or ten-thousandths of a Decimal
 * @param cases what it counts, by slot
 */
public record CheckedLimit(Declared<LimitDecl> declared, long most, List<Case> cases) {

  /** Copies the list. */
  public CheckedLimit {
    cases = List.copyOf(cases);
  }

  /**
   * What is counted in one slot.
   *
   * @param slot the slot
   * @param condition when it counts, and under {@code unless} when it does not deny
   * @param amount how much, or null where requests are counted
   * @param key the entity it is counted for, or null for the session
   */
  public record Case(
      HeadSlot slot,
      CheckedCondition condition,
      @Nullable CheckedExpression amount,
      @Nullable CheckedExpression key) {}
}
