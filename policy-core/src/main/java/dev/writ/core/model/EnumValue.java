package dev.writ.core.model;

import org.jspecify.annotations.Nullable;

/** A value of an enum, by its ordinal. */
public record EnumValue(Type.EnumType type, int ordinal) implements Value {

  /**
   * @throws IllegalArgumentException if the enum has no such ordinal
   */
  public EnumValue {
    if (ordinal < 0 || ordinal >= type.enumerators().size()) {
      throw new IllegalArgumentException("enum `" + type.name() + "` has no ordinal " + ordinal);
    }
  }

  /** The word of the language for this value. */
  public String name() {
    return type.enumerators().get(ordinal).name();
  }

  /** The string that stands for this value in JSON. */
  public String spelling() {
    return type.enumerators().get(ordinal).spelling();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EnumValue value && ordinal == value.ordinal && type.equals(value.type);
  }

  /** Consistent with equality, without walking through all enumerators. */
  @Override
  public int hashCode() {
    return 31 * type.name().hashCode() + ordinal;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitEnum(this);
  }
}
