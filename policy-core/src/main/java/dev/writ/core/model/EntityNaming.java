package dev.writ.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Under which id a store keeps what is told, and what it makes of it: an entity that breaks the
 * schema is kept too, with how. For one thread.
 */
final class EntityNaming {

  private final Schema schema;
  private final EntityBinder binder;

  EntityNaming(Schema schema, DataLimits limits) {
    this.schema = schema;
    this.binder = new EntityBinder(schema, limits);
  }

  /** The id with its qualified type; the id itself where the schema has no such type. */
  EntityId nameOf(EntityId told) {
    try {
      return binder.qualified(told, "uid.type");
    } catch (InvalidValueException e) {
      return told;
    }
  }

  /** All ids by which the entity of this name can be told: with its type whole, and shortened. */
  List<EntityId> tellings(EntityId name) {
    List<EntityId> all = new ArrayList<>(List.of(name));
    String type = name.type();
    for (int dot = type.indexOf('.'); dot >= 0; dot = type.indexOf('.', dot + 1)) {
      if (dot + 1 < type.length()) {
        EntityId shorter = new EntityId(type.substring(dot + 1), name.id());
        if (nameOf(shorter).equals(name)) {
          all.add(shorter);
        }
      }
    }
    return all;
  }

  /** What is told of the entity of this name, held against the schema. */
  EntityNode bind(EntityId name, Entity told) {
    try {
      return binder.bind(told);
    } catch (InvalidValueException e) {
      return EntityBinder.broken(name, e.getMessage());
    }
  }

  /** The entity of this name when nothing is told of it: null unless its type is closed. */
  @Nullable EntityNode untold(EntityId name) {
    EntityTypeDef type = schema.entityType(name.type());
    SortedSet<String> closed = type == null ? null : type.closedIds();
    return closed != null && closed.contains(name.id()) ? bind(name, Entity.of(name)) : null;
  }

  static EntityNode toldTwice(EntityId name) {
    return EntityBinder.broken(name, "it is told twice, by a short type and by a full one");
  }
}
