package dev.writ.core.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What requests under a schema look like, made ready to bind those with which nothing is wrong.
 *
 * <p>Binds no other request, and not all of these: what it leaves is bound, or refused with its
 * first fault, by {@link RequestBinding}. Immutable.
 */
final class RequestForms {
  private final DataLimits limits;
  private final Map<String, OfAction> actions;

  RequestForms(Schema schema, DataLimits limits) {
    this.limits = limits;
    ValueForms values = new ValueForms(schema, limits);
    Map<String, String> types = names(schema.entityTypes().keySet(), name -> name);
    actions =
        names(
            schema.actions().keySet(),
            name -> {
              ActionDef action = Objects.requireNonNull(schema.action(name), name);
              return new OfAction(
                  action,
                  only(types, action.principalTypes()),
                  only(types, action.resourceTypes()),
                  new RecordForm(action.args(), values),
                  new RecordForm(action.facts(), values));
            });
  }

  /** The requests of one action; types by every name that means one. */
  private record OfAction(
      ActionDef action, Types principals, Types resources, RecordForm args, RecordForm facts) {}

  /**
   * The types that may stand at a place.
   *
   * @param first one of them, which is tried first; nothing is called so where there is none
   * @param meant by every name that means one
   */
  private record Types(String first, Map<String, String> meant) {}

  /** By every name that means one: itself, or what it ends in after a dot where no other does. */
  private static <V> Map<String, V> names(Collection<String> declared, Function<String, V> value) {
    Map<String, V> meant = new HashMap<>();
    Map<String, Integer> ending = new HashMap<>();
    for (String name : declared) {
      for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
        ending.merge(name.substring(dot + 1), 1, Integer::sum);
      }
    }
    for (String name : declared) {
      V meaning = value.apply(name);
      meant.put(name, meaning);
      for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
        String end = name.substring(dot + 1);
        if (!declared.contains(end) && Integer.valueOf(1).equals(ending.get(end))) {
          meant.put(end, meaning);
        }
      }
    }
    return meant;
  }

  private static Types only(Map<String, String> types, Collection<String> allowed) {
    Map<String, String> only = new HashMap<>(types);
    only.values().retainAll(allowed);
    return new Types(allowed.isEmpty() ? "" : allowed.iterator().next(), only);
  }

  /** The request bound to the entities, or null where it is to be looked at closely. */
  @Nullable BoundRequest bind(EntityStore entities, Request request) {
    OfAction form = actions.get(request.action());
    if (form == null
        || !request.inline().isEmpty()
        || !isDeclared(form, request.sources())
        || !request.elementSources().isEmpty()
        || request.intent() != null) {
      return null;
    }
    String session = request.session();
    String key = request.idempotencyKey();
    EntityId principal = entity(form.principals, request.principal());
    EntityId resource = entity(form.resources, request.resource());
    if (principal == null
        || resource == null
        || (session != null && (session.isEmpty() || !limits.isText(session)))
        || (key != null && !limits.isText(key))
        || !entities.isKnown(principal)) {
      return null;
    }
    List<EntityId> chain = chain(form, principal, request.chain(), entities);
    RecordValue args = form.args.read(request.toldArgs());
    RecordValue facts = form.facts.read(request.toldFacts());
    return chain == null || args == null || facts == null
        ? null
        : new BoundRequest(
            form.action,
            principal,
            resource,
            chain,
            args,
            facts,
            session,
            request.sources(),
            Map.of(),
            entities);
  }

  private static boolean isDeclared(OfAction form, Map<String, Source> sources) {
    return sources.isEmpty() || form.args.declares(sources.keySet());
  }

  private @Nullable EntityId entity(Types types, EntityId told) {
    if (!limits.isText(told.id())) {
      return null;
    }
    if (types.first.equals(told.type())) {
      return told;
    }
    String type = types.meant.get(told.type());
    if (type == null) {
      return null;
    }
    return type.equals(told.type()) ? told : new EntityId(type, told.id());
  }

  private @Nullable List<EntityId> chain(
      OfAction form, EntityId principal, List<EntityId> told, EntityStore entities) {
    if (told.isEmpty()) {
      return told;
    }
    List<EntityId> chain = new ArrayList<>(told.size());
    for (EntityId each : told) {
      EntityId member = entity(form.principals, each);
      if (member == null
          || chain.size() == limits.chain()
          || member.equals(principal)
          || chain.contains(member)
          || !entities.isKnown(member)) {
        return null;
      }
      chain.add(member);
    }
    return chain;
  }
}
