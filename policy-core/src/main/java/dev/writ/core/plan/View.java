package dev.writ.core.plan;

import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.EntityAnswer;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityNode;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Source;
import dev.writ.core.model.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * R(i): a request as one member of its chain makes it. Immutable, but for the attributes that it
 * keeps once they were read: a race reads one twice.
 */
final class View {
  final BoundRequest request;
  final EntityId principal;
  final @Nullable EntityId delegator;
  final EntityId resource;
  final EntityStore entities;

  /** The principal and the resource as the entities have them, null where they do not. */
  final @Nullable EntityNode principalNode;

  final @Nullable EntityNode resourceNode;

  private @Nullable EntityAnswer<Set<EntityId>> abovePrincipal;
  private @Nullable EntityAnswer<Set<EntityId>> aboveResource;

  /** Of which slice attributes are kept, or null. */
  final @Nullable Slots slots;

  /**
   * By place the values of the attributes that were read; those of the principal and of the
   * resource stand among their facts, and null is for facts not yet known.
   */
  private @Nullable Value @Nullable [] ofPrincipal;

  private @Nullable Value @Nullable [] ofResource;
  private final @Nullable Value @Nullable [] ofRequest;

  View(BoundRequest request, int self) {
    this(request, self, null);
  }

  View(BoundRequest request, int self, @Nullable Slots slots) {
    this.slots = slots;
    this.ofRequest = slots == null ? null : slots.places(Basis.REQUEST);
    this.request = request;
    this.principal = request.member(self);
    this.delegator = request.delegatorOf(self);
    this.resource = request.resource();
    this.entities = request.entities();
    this.principalNode = entities.node(principal);
    this.resourceNode = entities.node(resource);
  }

  EntityId origin() {
    return request.origin();
  }

  /** The attributes of an entity. */
  EntityAnswer<RecordValue> attributes(EntityId entity) {
    EntityNode node = null;
    if (entity.equals(principal)) {
      node = principalNode;
    } else if (entity.equals(resource)) {
      node = resourceNode;
    }
    return node == null ? entities.attributes(entity) : node.attributes();
  }

  /** Where the values of the attributes that are told by this are kept, or null. */
  @Nullable Value @Nullable [] places(Basis basis) {
    return switch (basis) {
      case PRINCIPAL -> ofPrincipal;
      case RESOURCE -> ofResource;
      case REQUEST -> ofRequest;
      case MOMENT -> null;
    };
  }

  /** Has the values of the principal's or the resource's attributes kept there. */
  void keep(boolean principals, @Nullable Value[] places) {
    if (principals) {
      ofPrincipal = places;
    } else {
      ofResource = places;
    }
  }

  /** Takes over what was worked out before. */
  void know(boolean ofPrincipals, OwnFacts facts) {
    keep(ofPrincipals, facts.values);
    if (facts.above != null && ofPrincipals) {
      abovePrincipal = facts.above.ancestors();
    } else if (facts.above != null) {
      aboveResource = facts.above.ancestors();
    }
  }

  /** The ancestors of an entity; those of the principal and the resource are looked up once. */
  EntityAnswer<Set<EntityId>> ancestors(EntityId entity) {
    if (entity.equals(principal)) {
      EntityAnswer<Set<EntityId>> known = abovePrincipal;
      if (known == null) {
        known = entities.ancestors(entity);
        abovePrincipal = known;
      }
      return known;
    }
    if (entity.equals(resource)) {
      EntityAnswer<Set<EntityId>> known = aboveResource;
      if (known == null) {
        known = entities.ancestors(entity);
        aboveResource = known;
      }
      return known;
    }
    return entities.ancestors(entity);
  }

  /** Where an element of these arguments came from: the worst told of those that hold it. */
  Source sourceOf(List<String> args, Value element) {
    Source worst = null;
    for (String arg : args) {
      if (request.args().get(arg) instanceof SetValue set && set.elements().contains(element)) {
        Source told = request.sourceOf(arg, element);
        worst = worst == null ? told : worst.worse(told);
      }
    }
    return worst == null ? Source.UNKNOWN : worst;
  }
}
