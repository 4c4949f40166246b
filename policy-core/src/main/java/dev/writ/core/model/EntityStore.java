package dev.writ.core.model;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of entities held against a schema: what a decision reads of them.
 *
 * <p>Immutable outside, thread-safe. An entity that breaks the schema is in it, and every question
 * about it is answered with how; so one bad entity denies what depends on it and nothing else. The
 * ids of a closed type are always in it. Ids that are asked for carry qualified types.
 */
public final class EntityStore {

  private final Schema schema;
  private final DataLimits limits;
  private final Map<EntityId, EntityNode> stored;
  private final Map<EntityId, EntityNode> inline;
  private final EntityVersion version;

  /** The ancestors of entities that others are in: groups are few and asked for often. */
  private final ConcurrentHashMap<EntityId, EntityAnswer<Set<EntityId>>> ofGroups;

  private EntityStore(
      Schema schema,
      DataLimits limits,
      Map<EntityId, EntityNode> stored,
      Map<EntityId, EntityNode> inline,
      EntityVersion version,
      ConcurrentHashMap<EntityId, EntityAnswer<Set<EntityId>>> ofGroups) {
    this.schema = schema;
    this.limits = limits;
    this.stored = stored;
    this.inline = inline;
    this.version = version;
    this.ofGroups = ofGroups;
  }

  /** Holds entities against a schema, within the default limits; the version is their hash. */
  public static EntityStore bind(Schema schema, Entities entities) {
    return bind(schema, entities, DataLimits.DEFAULT, null);
  }

  /**
   * Holds entities against a schema.
   *
   * @param version what the caller calls this version of the entities, or null for their hash
   */
  public static EntityStore bind(
      Schema schema, Entities entities, DataLimits limits, @Nullable String version) {
    EntityBinder binder = new EntityBinder(schema, limits);
    Map<EntityId, EntityNode> nodes = new HashMap<>(entities.all().size() * 2);
    entities.all().forEach(entity -> put(binder, nodes, entity));
    addClosed(schema, binder, nodes);
    Cycles.mark(schema, nodes);
    return new EntityStore(
        schema,
        limits,
        nodes,
        Map.of(),
        new EntityVersion(nodes, version),
        new ConcurrentHashMap<>());
  }

  private static void put(EntityBinder binder, Map<EntityId, EntityNode> nodes, Entity entity) {
    EntityId id = entity.uid();
    EntityNode node;
    try {
      id = binder.qualified(id, "uid.type");
      node = binder.bind(entity);
    } catch (InvalidValueException e) {
      node = EntityBinder.broken(id, e.getMessage());
    }
    if (nodes.putIfAbsent(id, node) != null) {
      nodes.put(id, EntityBinder.broken(id, "it is told twice, by a short type and by a full one"));
    }
  }

  private static void addClosed(
      Schema schema, EntityBinder binder, Map<EntityId, EntityNode> nodes) {
    for (EntityTypeDef type : schema.entityTypes().values()) {
      for (String id : type.closedIds() == null ? Set.<String>of() : type.closedIds()) {
        if (!nodes.containsKey(new EntityId(type.name(), id))) {
          put(binder, nodes, Entity.of(type.name(), id));
        }
      }
    }
  }

  /**
   * These entities with others that come with a request. They count only where nothing is stored of
   * them.
   *
   * @param place where they stand, for the message
   * @throws InvalidValueException if one is of a type that is not declared {@code inline}, breaks
   *     the schema, or stands twice
   */
  public EntityStore withInline(Collection<Entity> entities, String place)
      throws InvalidValueException {
    if (entities.isEmpty()) {
      return this;
    }
    Map<EntityId, EntityNode> added = new HashMap<>(inline);
    Set<EntityId> seen = new LinkedHashSet<>();
    EntityBinder binder = new EntityBinder(schema, limits);
    for (Entity entity : entities) {
      String here = place + "[" + seen.size() + "]";
      EntityId id = bindInline(binder, entity, here, added);
      if (!seen.add(id)) {
        throw new InvalidValueException(
            here, Shown.text(id.toString()) + " stands twice: leave one out");
      }
    }
    return new EntityStore(schema, limits, stored, withoutCycles(added), version, ofGroups);
  }

  /** Vouches for none of these that is in itself, be it through stored entities. */
  private Map<EntityId, EntityNode> withoutCycles(Map<EntityId, EntityNode> added) {
    EntityStore all = new EntityStore(schema, limits, stored, added, version, ofGroups);
    Map<EntityId, EntityNode> vouched = new HashMap<>(added);
    for (EntityId id : added.keySet()) {
      if (all.ancestors(id) instanceof EntityAnswer.Failed<Set<EntityId>> failed
          && failed.problem().kind() == EntityProblem.Kind.CYCLE) {
        vouched.put(id, new EntityNode(new EntityAnswer.Failed<>(failed.problem()), List.of()));
      }
    }
    return vouched;
  }

  private EntityId bindInline(
      EntityBinder binder, Entity entity, String place, Map<EntityId, EntityNode> added)
      throws InvalidValueException {
    try {
      EntityTypeDef type = schema.entityTypeNamed(entity.uid().type(), "uid.type");
      if (!type.inline()) {
        throw new InvalidValueException(
            "uid.type",
            "a request may not bring " + Shown.text(type.name()) + ": it is not declared inline");
      }
      EntityId id = binder.qualified(entity.uid(), "uid.type");
      EntityNode node = binder.bind(entity);
      if (!stored.containsKey(id)) {
        added.put(id, node);
      }
      return id;
    } catch (InvalidValueException e) {
      throw new InvalidValueException(place + "." + e.place(), e.reason());
    }
  }

  /** The entity of this id, broken or not; null for one that is unknown. */
  public @Nullable EntityNode node(EntityId id) {
    EntityNode node = stored.get(id);
    return node == null ? inline.get(id) : node;
  }

  /** Whether the entity is known, keeps to the schema and is not in itself. */
  public boolean isKnown(EntityId id) {
    EntityNode node = node(id);
    return node != null && node.attributes() instanceof EntityAnswer.Known;
  }

  /** The typed attributes of the entity. */
  public EntityAnswer<RecordValue> attributes(EntityId id) {
    EntityNode node = node(id);
    return node == null
        ? new EntityAnswer.Failed<>(Hierarchy.unknown(id, null))
        : node.attributes();
  }

  /** What the entity is directly in, sorted; nothing for one that is unknown or broken. */
  public List<EntityId> parents(EntityId id) {
    EntityNode node = node(id);
    return node == null ? List.of() : node.parents();
  }

  /**
   * The entity itself and all that it is in, directly or not; no answer where one of them is
   * unknown, broken or on a cycle, or they are too many.
   */
  public EntityAnswer<Set<EntityId>> ancestors(EntityId id) {
    EntityAnswer<RecordValue> self = attributes(id);
    if (self instanceof EntityAnswer.Failed<RecordValue> failed) {
      return new EntityAnswer.Failed<>(failed.problem());
    }
    Set<EntityId> all = new LinkedHashSet<>();
    all.add(id);
    for (EntityId parent : parents(id)) {
      EntityAnswer<Set<EntityId>> above = ofGroup(parent);
      if (!(above instanceof EntityAnswer.Known<Set<EntityId>> known)) {
        return parentProblem(id, parent, above);
      }
      all.addAll(known.value());
    }
    return all.size() - 1 > limits.ancestors()
        ? new EntityAnswer.Failed<>(Hierarchy.tooMany(id, limits.ancestors()))
        : new EntityAnswer.Known<>(Collections.unmodifiableSet(all));
  }

  private EntityAnswer<Set<EntityId>> parentProblem(
      EntityId id, EntityId parent, EntityAnswer<Set<EntityId>> above) {
    return node(parent) == null ? new EntityAnswer.Failed<>(Hierarchy.unknown(parent, id)) : above;
  }

  private EntityAnswer<Set<EntityId>> ofGroup(EntityId id) {
    EntityAnswer<Set<EntityId>> answer =
        stored.containsKey(id) ? ofGroups.computeIfAbsent(id, group -> walk(stored, group)) : null;
    // what only the store holds up stays so; a gap in it may be filled by what came with the
    // request
    return answer != null && (inline.isEmpty() || answer instanceof EntityAnswer.Known)
        ? answer
        : new Hierarchy(this::node, limits.ancestors()).from(id);
  }

  private EntityAnswer<Set<EntityId>> walk(Map<EntityId, EntityNode> nodes, EntityId id) {
    return new Hierarchy(nodes::get, limits.ancestors()).from(id);
  }

  /** Every stored entity that breaks the schema or is in itself, sorted by id. */
  public List<EntityProblem> problems() {
    return new TreeMap<>(stored)
        .values().stream()
            .map(EntityNode::attributes)
            .filter(EntityAnswer.Failed.class::isInstance)
            .map(answer -> ((EntityAnswer.Failed<RecordValue>) answer).problem())
            .toList();
  }

  /** The ids of all stored entities, in no order; those of closed types included. */
  public Set<EntityId> ids() {
    return Collections.unmodifiableSet(stored.keySet());
  }

  /** The schema they are held against. */
  public Schema schema() {
    return schema;
  }

  /**
   * What this version of the stored entities is called: the caller's word, or the SHA-256 over
   * their canonical form, computed when first asked for. What a request brought is no part of it.
   */
  public String version() {
    return version.text();
  }
}
