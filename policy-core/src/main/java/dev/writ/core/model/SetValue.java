package dev.writ.core.model;

import java.util.Collection;
import java.util.Set;

/**
 * A set of values of one type.
 *
 * @param elements the elements, without duplicates; equality ignores their order
 */
public record SetValue(Set<Value> elements) implements Value {

  /** The set without elements. */
  public static final SetValue EMPTY = new SetValue(Set.of());

  public SetValue {
    elements = elements instanceof FrozenSet<Value> frozen ? frozen : new FrozenSet<>(elements);
  }

  /** The set of these values. */
  public static SetValue of(Collection<? extends Value> values) {
    return new SetValue(new FrozenSet<>(values));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitSet(this);
  }
}
