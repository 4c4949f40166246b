package dev.writ.dsl.check;

import dev.writ.dsl.check.expression.ExpressionLimits;

/**
 * What a policy set may hold at most; beyond it there is an error of its own.
 *
 * @param rules how many permits, forbids and limits
 * @param slots how many combinations of action, principal type and resource type all heads span
 *     together
 * @param setSize the greatest size of a set type
 * @param cost how many names and operators one decision may evaluate, over all conditions that span
 *     its slot
 * @param expressions limits on one condition
 */
public record CheckLimits(
    int rules, int slots, int setSize, int cost, ExpressionLimits expressions) {

  /** 50,000 rules, 2,000,000 slots, sets of 1,000, 10,000,000 evaluated. */
  public static final CheckLimits DEFAULT =
      new CheckLimits(50_000, 2_000_000, 1_000, 10_000_000, ExpressionLimits.DEFAULT);

  /**
   * Checks that every limit is positive.
   *
   * @throws IllegalArgumentException if one is not
   */
  public CheckLimits {
    if (rules < 1 || slots < 1 || setSize < 1 || cost < 1) {
      throw new IllegalArgumentException("a limit is not positive");
    }
  }
}
