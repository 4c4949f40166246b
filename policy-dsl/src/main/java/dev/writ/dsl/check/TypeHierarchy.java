package dev.writ.dsl.check;

import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.Schema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which entity types can hold which, directly or not; every type can hold itself. */
final class TypeHierarchy {
  private final Schema schema;
  private final Map<String, Set<String>> known = new HashMap<>();

  TypeHierarchy(Schema schema) {
    this.schema = schema;
  }

  /** Returns whether an entity of one type can be, or be in, an entity of another. */
  boolean canBeIn(String type, String holder) {
    return known.computeIfAbsent(type, this::holders).contains(holder);
  }

  private Set<String> holders(String type) {
    Set<String> holders = new TreeSet<>(Set.of(type));
    Deque<String> open = new ArrayDeque<>(holders);
    while (!open.isEmpty()) {
      EntityTypeDef def = schema.entityType(open.remove());
      for (String parent : def == null ? Set.<String>of() : def.parentTypes()) {
        if (holders.add(parent)) {
          open.add(parent);
        }
      }
    }
    return holders;
  }
}
