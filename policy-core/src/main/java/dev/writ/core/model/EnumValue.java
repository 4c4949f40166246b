package dev.writ.core.model;

/** A value of an enum, by its ordinal. */
public record EnumValue(Type.EnumType type, int ordinal) implements Value {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitEnum(this);
  }
}
