package dev.writ.core.reference;

import dev.writ.core.authority.Suspension;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Expr;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entities are people, which of them are one person, and who is suspended.
 *
 * <p>Two entities are one person where they are the same entity or where what they are {@code
 * identified by} is equal; where that cannot be read the answer is an error.
 */
final class People {
  private final Reading reading;

  People(Reading reading) {
    this.reading = reading;
  }

  /** Whether entities of this one's type are people. */
  boolean isHuman(EntityId entity) {
    EntityTypeDef type = type(entity);
    return type != null && type.human();
  }

  /** The person that an entity is: what it is identified by, or else itself. */
  Result person(EntityId entity) {
    EntityTypeDef type = type(entity);
    return type == null || type.person() == null
        ? Result.of(entity)
        : reading.value(new Expr.Member(new Expr.Const(entity), type.person()));
  }

  private @Nullable EntityTypeDef type(EntityId entity) {
    return reading.world().policies().schema().entityType(entity.type());
  }

  /** Whether two entities are one person. */
  Truth same(EntityId one, EntityId other) {
    if (one.equals(other)) {
      return Truth.TRUE;
    }
    return person(one) instanceof Result.Found a && person(other) instanceof Result.Found b
        ? Truth.of(a.value().equals(b.value()))
        : Truth.ERROR;
  }

  /**
   * The names under which the store knows the person: the entity, and the people of the store that
   * are identified alike. One that cannot be read is nobody's name.
   */
  List<EntityId> names(EntityId entity) {
    List<EntityId> names = new ArrayList<>(List.of(entity));
    if (person(entity) instanceof Result.Found found) {
      reading.world().entities().ids().stream()
          .filter(other -> !other.equals(entity) && found.value().equals(identity(other)))
          .sorted()
          .forEach(names::add);
    }
    return names;
  }

  /** What identifies a stored person, or null where that cannot be told. */
  private @Nullable Value identity(EntityId entity) {
    EntityTypeDef type = type(entity);
    String attribute = type == null || !type.human() ? null : type.person();
    return attribute == null
        ? null
        : reading
            .world()
            .entities()
            .attributes(entity)
            .fold(attributes -> attributes.get(attribute), problem -> null);
  }

  /** Whether the entity, or a group that it is in, is suspended. */
  Truth suspended(EntityId entity) {
    List<EntityId> all =
        reading.world().authority().suspensions().stream().map(Suspension::entity).toList();
    if (all.isEmpty() || all.contains(entity)) {
      return Truth.of(!all.isEmpty());
    }
    return reading.in(entity, SetValue.of(all));
  }
}
