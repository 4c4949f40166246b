package dev.writ.core.model;

import org.jspecify.annotations.Nullable;

/** A truth value. */
public record BoolValue(boolean value) implements Value {

  /** True. */
  public static final BoolValue TRUE = new BoolValue(true);

  /** False. */
  public static final BoolValue FALSE = new BoolValue(false);

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BoolValue bool && value == bool.value;
  }

  @Override
  public int hashCode() {
    return Boolean.hashCode(value);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitBool(this);
  }
}
