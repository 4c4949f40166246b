package dev.writ.dsl.check;

import dev.writ.core.model.EntityId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a head means in the declaration it stands in.
 *
 * @param ownActions whether {@code any} stands for the actions of the module, and not for all
 * @param needsTypes whether {@code by} and {@code on} must be written
 * @param guard the entity that resources must lie in, or null
 * @param subjects the types that principals can be of, or null for any
 */
record HeadRules(
    boolean ownActions,
    boolean needsTypes,
    @Nullable EntityId guard,
    @Nullable Set<String> subjects) {

  /** Returns the meaning in a permit or in what a grant permits. */
  static HeadRules permitting(@Nullable EntityId guard) {
    return new HeadRules(true, true, guard, null);
  }

  /** Returns the meaning in a {@code may} of a scope for some types. */
  static HeadRules may(@Nullable EntityId guard, Set<String> subjects) {
    return new HeadRules(true, false, guard, subjects);
  }

  /** Returns the meaning in what permits nothing by itself. */
  static HeadRules other(@Nullable EntityId guard) {
    return new HeadRules(false, false, guard, null);
  }

  /** Returns the same with {@code any} for every action of the set. */
  HeadRules overAllActions() {
    return new HeadRules(false, needsTypes, guard, subjects);
  }
}
