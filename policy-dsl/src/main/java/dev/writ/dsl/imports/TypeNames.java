package dev.writ.dsl.imports;

import java.util.Map;

/**
 * The names of the types that one tool uses.
 *
 * @param byKey the name of each record and enum, by its {@link Shape#key()}
 */
record TypeNames(Map<String, String> byKey) {
  TypeNames {
    byKey = Map.copyOf(byKey);
  }

  /** The name of a record or an enum, as it is written. */
  String of(Shape shape) {
    String name = byKey.get(shape.key());
    if (name == null) {
      throw new IllegalStateException("a type has no name");
    }
    return WritNames.name(name);
  }
}
