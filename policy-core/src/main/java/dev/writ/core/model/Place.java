package dev.writ.core.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in what was told, for messages: written out only when one is needed.
 * Immutable.
 */
final class Place {
  private final @Nullable Place around;
  private final String name;
  private final int index;

  private Place(@Nullable Place around, String name, int index) {
    this.around = around;
    this.name = name;
    this.index = index;
  }

  /** The place of this name. */
  static Place at(String name) {
    return new Place(null, name, -1);
  }

  /** A member of what stands here. */
  Place member(String member) {
    return new Place(this, member, -1);
  }

  /** An item of what stands here. */
  Place item(int number) {
    return new Place(this, "", number);
  }

  /** What stands here is no value, and why. */
  InvalidValueException wrong(String reason) {
    return new InvalidValueException(toString(), reason);
  }

  /** As {@link Shown#member} writes it. */
  @Override
  public String toString() {
    if (around == null) {
      return name;
    }
    return index < 0 ? Shown.member(around.toString(), name) : around + "[" + index + "]";
  }
}
