package dev.writ.dsl.check.expression;

import dev.writ.core.model.Type;
import org.jspecify.annotations.Nullable;

/** Types in the words of messages. */
final class TypeWords {
  private TypeWords() {}

  static String of(@Nullable Type type) {
    if (type instanceof Type.RecordType) {
      return "a record";
    }
    if (type instanceof Type.SetType set && set.element() instanceof Type.RecordType) {
      return "a set of records";
    }
    return "`" + type + "`";
  }
}
