package dev.writ.core.reference;

import dev.writ.core.authority.GrantRecord;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.GrantTemplate.Binding;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entity that the resource must lie within, where a grant binds one: {@code within System}. */
final class Enclosure {

  private Enclosure() {}

  /**
   * Whether the resource certainly lies within what the grant was issued for. Both the type that
   * the template names now and what was bound when it was issued must be met.
   */
  static boolean holds(Binding binding, GrantRecord grant, Reading reading) {
    Value bound = grant.bound().get(Bindings.WITHIN);
    if (bound == null) {
      return binding.within() == null;
    }
    EntityId resource = reading.environment().resource();
    return bound instanceof EntityId group
        && (binding.within() == null || binding.within().equals(group.type()))
        && resource != null
        && reading.in(resource, group) == Truth.TRUE;
  }

  /**
   * The one entity of this type that the resource is, or lies within; null where there is none, are
   * several, or the store cannot tell.
   */
  static @Nullable EntityId of(String type, Reading reading) {
    EntityId resource = reading.environment().resource();
    return resource == null
        ? null
        : reading.world().entities().ancestors(resource).fold(all -> only(type, all), no -> null);
  }

  private static @Nullable EntityId only(String type, Set<EntityId> entities) {
    List<EntityId> found = entities.stream().filter(e -> e.type().equals(type)).toList();
    return found.size() == 1 ? found.get(0) : null;
  }
}
