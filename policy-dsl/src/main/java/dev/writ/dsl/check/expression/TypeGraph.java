package dev.writ.dsl.check.expression;

import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.Schema;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which entity types can lie in which, by what they may have as parents. */
final class TypeGraph {
  private final Schema schema;

  TypeGraph(Schema schema) {
    this.schema = schema;
  }

  /** Whether an entity of one of these types can be one of those, or lie in it. */
  boolean canBeIn(Collection<String> members, Collection<String> groups) {
    return members.stream().anyMatch(member -> reaches(member, groups));
  }

  private boolean reaches(String member, Collection<String> groups) {
    return ancestors(member).stream().anyMatch(groups::contains);
  }

  /** A type, the types of its entities' parents, of their parents, and so on. */
  SortedSet<String> ancestors(String type) {
    SortedSet<String> found = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(type);
    while (!open.isEmpty()) {
      String next = open.remove();
      EntityTypeDef def = schema.entityType(next);
      if (found.add(next) && def != null) {
        open.addAll(def.parentTypes());
      }
    }
    return found;
  }
}
