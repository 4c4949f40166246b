package dev.writ.dsl.check.expression;

import dev.writ.core.model.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which types count as one, and what they can be compared by. */
final class TypeRules {
  private TypeRules() {}

  /**
   * Whether values of both types can be equal. Bounds of sets and bases of paths make no other
   * type; entity types need one in common.
   */
  static boolean same(Type a, Type b) {
    return common(a, b) != null && !apart(a, b);
  }

  private static boolean apart(Type a, Type b) {
    if (a instanceof Type.EntityType left && b instanceof Type.EntityType right) {
      return Collections.disjoint(left.types(), right.types());
    }
    return a instanceof Type.SetType left
        && b instanceof Type.SetType right
        && apart(left.element(), right.element());
  }

  /** The type that holds the values of both, or null where they are of different kinds. */
  static @Nullable Type common(Type a, Type b) {
    if (a instanceof Type.EntityType left && b instanceof Type.EntityType right) {
      List<String> both = new ArrayList<>(left.types());
      both.addAll(right.types());
      return Type.EntityType.of(both);
    }
    if (a instanceof Type.PathType && b instanceof Type.PathType) {
      return a.equals(b) ? a : Type.PathType.ABSOLUTE;
    }
    if (a instanceof Type.SetType left && b instanceof Type.SetType right) {
      Type element = common(left.element(), right.element());
      return element == null
          ? null
          : new Type.SetType(
              element, Math.min(left.min(), right.min()), Math.max(left.max(), right.max()));
    }
    return a.equals(b) ? a : null;
  }

  /**
   * Whether {@code ==} can be asked: of everything but maps and opaque values, and what holds them.
   */
  static boolean hasEquality(Type type) {
    if (type instanceof Type.SetType set) {
      return hasEquality(set.element());
    }
    if (type instanceof Type.RecordType record) {
      return record.fields().stream()
          .allMatch(field -> !field.secret() && hasEquality(field.type()));
    }
    return !(type instanceof Type.MapType) && type != Type.Scalar.OPAQUE;
  }

  /** Whether {@code <} can be asked. */
  static boolean isOrdered(Type type) {
    return type == Type.Scalar.INT
        || type == Type.Scalar.DECIMAL
        || type == Type.Scalar.INSTANT
        || type == Type.Scalar.DURATION
        || (type instanceof Type.EnumType enumType && enumType.ordered());
  }
}
