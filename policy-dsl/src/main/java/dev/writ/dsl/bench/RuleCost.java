package dev.writ.dsl.bench;

/**
 * What a rule costs alone.
 *
 * @param rule its id
 * @param questions how many of the questions it speaks on
 * @param nanos how much longer a decision on these takes with the rule than without any, in
 *     nanoseconds; 0 or less where the clock cannot tell
 */
public record RuleCost(String rule, int questions, double nanos) {

  /** Its cost over all questions. */
  double weight() {
    return nanos * questions;
  }
}
