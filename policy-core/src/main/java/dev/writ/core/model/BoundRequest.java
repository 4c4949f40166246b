package dev.writ.core.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request held against a schema and the entities: every name resolved, every value typed.
 *
 * <p>Immutable. {@link RequestBinding} makes it; one that is made otherwise is as good as its
 * maker.
 *
 * @param action the action
 * @param principal who acts; known to the entities
 * @param resource on what; it need not be known
 * @param chain for whom, nearest first; all known, none twice
 * @param args what the principal chose
 * @param facts what the enforcement point knows
 * @param session the id of the session, or null
 * @param sources where arguments came from, as far as it was told
 * @param elementSources where the elements of arguments that are sets came from, as far as it was
 *     told
 * @param entities the stored entities and those that came with the request
 */
public record BoundRequest(
    ActionDef action,
    EntityId principal,
    EntityId resource,
    List<EntityId> chain,
    RecordValue args,
    RecordValue facts,
    @Nullable String session,
    Map<String, Source> sources,
    Map<String, Map<Value, Source>> elementSources,
    EntityStore entities) {
  public BoundRequest {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(principal, "principal");
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(args, "args");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(entities, "entities");
    chain = List.copyOf(chain);
    sources =
        sources.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    elementSources = copy(elementSources);
  }

  private static Map<String, Map<Value, Source>> copy(Map<String, Map<Value, Source>> sources) {
    if (sources.isEmpty()) {
      return Map.of();
    }
    Map<String, Map<Value, Source>> copy = new LinkedHashMap<>();
    sources.forEach(
        (arg, elements) ->
            copy.put(arg, Collections.unmodifiableMap(new LinkedHashMap<>(elements))));
    return Collections.unmodifiableMap(copy);
  }

  /** The principal and then its chain: m0 to mn. */
  public List<EntityId> members() {
    if (chain.isEmpty()) {
      return List.of(principal);
    }
    List<EntityId> members = new ArrayList<>(chain.size() + 1);
    members.add(principal);
    members.addAll(chain);
    return Collections.unmodifiableList(members);
  }

  /** Member {@code i}: the principal, and then those of the chain. */
  public EntityId member(int i) {
    return i == 0 ? principal : chain.get(i - 1);
  }

  /** The last of the chain, or the principal where there is none. */
  public EntityId origin() {
    return chain.isEmpty() ? principal : chain.get(chain.size() - 1);
  }

  /** The delegator of member {@code i}: the next member, or null for the origin. */
  public @Nullable EntityId delegatorOf(int i) {
    return i < chain.size() ? chain.get(i) : null;
  }

  /**
   * Where an argument came from: for a set the worst of its elements, and of an empty one what was
   * told of it as a whole; {@link Source#UNKNOWN} where nothing was told.
   */
  public Source sourceOf(String arg) {
    Source whole = sources.getOrDefault(arg, Source.UNKNOWN);
    return args.get(arg) instanceof SetValue set
        ? set.elements().stream()
            .map(element -> sourceOf(arg, element))
            .reduce(Source::worse)
            .orElse(whole)
        : whole;
  }

  /**
   * Where an element of an argument came from: what was told of the element, else of the argument,
   * else {@link Source#UNKNOWN}.
   */
  public Source sourceOf(String arg, Value element) {
    Source whole = sources.getOrDefault(arg, Source.UNKNOWN);
    return elementSources.getOrDefault(arg, Map.of()).getOrDefault(element, whole);
  }
}
