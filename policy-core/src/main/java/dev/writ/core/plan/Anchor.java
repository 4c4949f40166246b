package dev.writ.core.plan;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Value;
import java.util.Set;

/**
 * What a condition asks of one attribute at least, so that an index finds the condition by the
 * attribute's value: wherever the condition is true, so is this. Immutable.
 */
sealed interface Anchor {

  /** The attribute. */
  Expr attribute();

  /** It is one of these values. */
  record OneOf(Expr attribute, Set<Value> values) implements Anchor {}

  /** It is an entity in one of these, or one of these. */
  record In(Expr attribute, Set<EntityId> groups) implements Anchor {}

  /** It stands in its order from one number to another, both included. */
  record Within(Expr attribute, long from, long to) implements Anchor {}

  /** Its text starts, or from behind ends, with this; never empty. */
  record Edge(Expr attribute, String text, boolean behind) implements Anchor {}
}
