package dev.writ.core.plan;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.decision.Truth;
import dev.writ.core.model.EntityAnswer;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which entities are people, which of them are one person, and who is suspended. */
final class Persons {
  private final Schema schema;
  private final AuthoritySnapshot state;
  private final Reader reader;

  Persons(Schema schema, AuthoritySnapshot state, Reader reader) {
    this.schema = schema;
    this.state = state;
    this.reader = reader;
  }

  boolean isHuman(EntityId entity) {
    EntityTypeDef type = schema.entityType(entity.type());
    return type != null && type.human();
  }

  /** What tells the person apart: what it is identified by, or itself; null where it cannot be. */
  @Nullable Value person(EntityId entity) {
    EntityTypeDef type = schema.entityType(entity.type());
    String attribute = type == null ? null : type.person();
    return attribute == null ? entity : reader.attribute(entity, attribute);
  }

  /** Whether two entities are one person. */
  Truth same(EntityId one, EntityId other) {
    if (one.equals(other)) {
      return Truth.TRUE;
    }
    Value a = person(one);
    Value b = a == null ? null : person(other);
    return a == null || b == null ? Truth.ERROR : Truth.of(a.equals(b));
  }

  /**
   * The names under which the store knows the person, the entity first. One that cannot be read is
   * nobody's name.
   */
  List<EntityId> names(EntityId entity) {
    List<EntityId> names = new ArrayList<>(List.of(entity));
    Value person = person(entity);
    if (person != null) {
      EntityStore entities = reader.view.entities;
      for (EntityId other : entities.ids()) {
        if (!other.equals(entity) && person.equals(identity(entities, other))) {
          names.add(other);
        }
      }
    }
    return names;
  }

  private @Nullable Value identity(EntityStore entities, EntityId entity) {
    EntityTypeDef type = schema.entityType(entity.type());
    String attribute = type == null || !type.human() ? null : type.person();
    return attribute != null
            && entities.attributes(entity) instanceof EntityAnswer.Known<RecordValue> known
        ? known.value().get(attribute)
        : null;
  }

  /** Whether the entity, or a group that it is in, is suspended. */
  Truth suspended(EntityId entity) {
    if (!state.hasSuspensions() || state.isSuspended(entity)) {
      return Truth.of(state.hasSuspensions());
    }
    Set<EntityId> above = reader.ancestors(entity);
    return above == null ? Truth.ERROR : Truth.of(above.stream().anyMatch(state::isSuspended));
  }
}
