package dev.writ.core.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Holds entities against a schema, one by one. For one thread. */
final class EntityBinder {

  private final Schema schema;
  private final ValueReader reader;

  /** One object for each id, however many entities name it as a parent. */
  private final Map<EntityId, EntityId> ids = new HashMap<>();

  EntityBinder(Schema schema, DataLimits limits) {
    this.schema = schema;
    this.reader = new ValueReader(schema, limits);
  }

  /**
   * The id with its qualified type.
   *
   * @throws InvalidValueException if the type is not declared
   */
  EntityId qualified(EntityId id, String place) throws InvalidValueException {
    EntityId known = ids.get(id);
    if (known == null) {
      known = ids.computeIfAbsent(schema.qualified(id, place), same -> same);
      ids.put(id, known);
    }
    return known;
  }

  /**
   * The entity as the schema has it.
   *
   * @throws InvalidValueException if it breaks the schema
   */
  EntityNode bind(Entity entity) throws InvalidValueException {
    EntityTypeDef type = schema.entityTypeNamed(entity.uid().type(), "uid.type");
    SortedSet<String> closed = type.closedIds();
    if (closed != null && !closed.contains(entity.uid().id())) {
      throw new InvalidValueException(
          "uid.id", Shown.text(entity.uid().id()) + " is not one of " + Shown.list(closed));
    }
    RecordValue attributes =
        reader.readRecord(new Json.Obj(entity.attrs()), type.attributes(), "attrs");
    return new EntityNode(new EntityAnswer.Known<>(attributes), parents(entity, type));
  }

  private List<EntityId> parents(Entity entity, EntityTypeDef type) throws InvalidValueException {
    List<EntityId> parents = new ArrayList<>(entity.parents().size());
    for (EntityId parent : entity.parents()) {
      EntityId qualified = qualified(parent, "parents");
      if (!type.parentTypes().contains(qualified.type())) {
        throw new InvalidValueException(
            "parents",
            "an entity of "
                + Shown.text(type.name())
                + " is not in one of "
                + Shown.text(qualified.type())
                + allowed(type));
      }
      parents.add(qualified);
    }
    return parents;
  }

  private static String allowed(EntityTypeDef type) {
    return type.parentTypes().isEmpty()
        ? ": it has no parents"
        : ", only in " + Shown.list(type.parentTypes());
  }

  /** What stands for an entity that breaks the schema. */
  static EntityNode broken(EntityId id, String reason) {
    EntityProblem problem =
        new EntityProblem(
            EntityProblem.Kind.BROKEN,
            id,
            "entity " + Shown.text(id.toString()) + " breaks the schema: " + reason);
    return new EntityNode(new EntityAnswer.Failed<>(problem), List.of());
  }
}
