package dev.writ.dsl.check;

import dev.writ.core.model.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * When a declaration counts in a slot: the resource lies in the guard, {@code required} is true and
 * {@code unless} is not.
 *
 * @param guard the entity that the resource must lie in, or null
 * @param required what the head asks for and {@code when}, or null where both ask nothing
 * @param unless what follows {@code unless}, or null
 */
public record CheckedCondition(
    @Nullable EntityId guard,
    @Nullable CheckedExpression required,
    @Nullable CheckedExpression unless) {

  /** Returns how many names and operators may be evaluated at most. */
  public long cost() {
    long asked = required == null ? 0 : required.facts().cost();
    boolean apart = unless != null && (required == null || required.facts() != unless.facts());
    return 1 + asked + (unless != null && apart ? unless.facts().cost() : 0);
  }
}
