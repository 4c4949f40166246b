package dev.writ.dsl.bench;

import java.util.List;

/**
 * What rules cost alone.
 *
 * @param speaking how many rules speak on some question
 * @param noise what a rule that costs nothing came to, in nanoseconds: less cannot be told
 * @param measured those that were measured, the dearest first
 */
public record RuleCosts(int speaking, double noise, List<RuleCost> measured) {
  public RuleCosts {
    measured = List.copyOf(measured);
  }
}
