package dev.writ.dsl.check;

import dev.writ.core.model.Type;
import org.jspecify.annotations.Nullable;

/** Which types may stand inside sets and maps. */
final class ElementTypes {
  private ElementTypes() {}

  /** Returns why a set cannot hold values of a type, or null where it can. */
  static @Nullable String problemAsElement(Type type) {
    if (type instanceof Type.RecordType record) {
      return record.fields().stream().allMatch(field -> isPlain(field.type()))
          ? null
          : "a set holds flat records only, and `" + type + "` is not flat";
    }
    return isPlain(type) ? null : "a set cannot hold values of type `" + type + "`";
  }

  /** Returns why a map cannot hold values of a type, or null where it can. */
  static @Nullable String problemAsTag(Type type) {
    boolean holds = type instanceof Type.SetType set ? isPlain(set.element()) : isPlain(type);
    return holds ? null : "a map cannot hold values of type `" + type + "`";
  }

  private static boolean isPlain(Type type) {
    boolean structured =
        type instanceof Type.SetType
            || type instanceof Type.RecordType
            || type instanceof Type.MapType;
    return !structured && type != Type.Scalar.OPAQUE;
  }
}
