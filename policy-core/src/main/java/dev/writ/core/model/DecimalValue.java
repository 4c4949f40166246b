package dev.writ.core.model;

/** An exact decimal with four places: the value is {@code scaled} ten-thousandths. */
public record DecimalValue(long scaled) implements Value {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitDecimal(this);
  }
}
