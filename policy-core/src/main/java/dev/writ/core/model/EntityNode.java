package dev.writ.core.model;

import java.util.List;

/**
 * An entity held against the schema.
 *
 * @param attributes its typed attributes, or how it breaks the schema
 * @param parents what it is directly in, sorted; none where it is broken
 */
record EntityNode(EntityAnswer<RecordValue> attributes, List<EntityId> parents) {
  EntityNode {
    parents = parents.stream().sorted().toList();
  }
}
