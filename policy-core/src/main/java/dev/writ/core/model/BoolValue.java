package dev.writ.core.model;

/** A truth value. */
public record BoolValue(boolean value) implements Value {

  /** True. */
  public static final BoolValue TRUE = new BoolValue(true);

  /** False. */
  public static final BoolValue FALSE = new BoolValue(false);

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitBool(this);
  }
}
