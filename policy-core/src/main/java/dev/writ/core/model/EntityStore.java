package dev.writ.core.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of entities held against a schema: what a decision reads of them.
 *
 * <p>Immutable outside, thread-safe. An entity that breaks the schema is in it, and every question
 * about it is answered with how; so one bad entity denies what depends on it and nothing else. The
 * ids of a closed type are always in it. Ids that are asked for carry qualified types.
 *
 * <p>{@link #with} makes the next snapshot by a change, in time that does not grow with the number
 * of entities; it shares with this one all that did not change.
 */
public final class EntityStore {

  private final Schema schema;
  private final DataLimits limits;
  private final StoredEntities stored;
  private final EntityVersion version;
  private final Map<EntityId, EntityNode> inline;

  /** Whether a stored entity names one of those that came with the request as its parent. */
  private final boolean filled;

  private final FormsOf forms;

  /** The forms of requests under a schema, made when first needed. */
  private static final class FormsOf {
    private final Schema schema;
    private volatile @Nullable RequestForms made;

    FormsOf(Schema schema) {
      this.schema = schema;
    }

    @SuppressWarnings("ReferenceEquality") // comparing whole schemas takes longer than new forms
    boolean areOf(Schema other) {
      return schema == other;
    }
  }

  private EntityStore(
      Schema schema,
      DataLimits limits,
      FormsOf forms,
      StoredEntities stored,
      EntityVersion version,
      Map<EntityId, EntityNode> inline) {
    this.schema = schema;
    this.limits = limits;
    this.forms = forms;
    this.stored = stored;
    this.version = version;
    this.inline = inline;
    this.filled = !inline.isEmpty() && inline.keySet().stream().anyMatch(stored::isNamed);
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
    return stored(
        schema,
        limits,
        new FormsOf(schema),
        EntityLoad.of(schema, limits, entities.byId()),
        version);
  }

  private static EntityStore stored(
      Schema schema,
      DataLimits limits,
      FormsOf forms,
      StoredEntities stored,
      @Nullable String version) {
    return new EntityStore(
        schema, limits, forms, stored, new EntityVersion(stored.nodes(), version), Map.of());
  }

  /** The same entities, as they were told, held against another schema. */
  public EntityStore in(Schema other) {
    return stored(
        other,
        limits,
        forms.areOf(other) ? forms : new FormsOf(other),
        EntityLoad.of(other, limits, stored.told()),
        version.given());
  }

  /**
   * The entities after some changes: exactly as if they had been told so from the start. What a
   * request brought is left out. An entity that then breaks the schema or is in itself is in the
   * store, and is not vouched for ({@link #problems(EntityChanges)}).
   *
   * <p>Takes time in proportion to what the changes tell and, where the parents of a group change,
   * to what is above it.
   */
  public EntityStore with(EntityChanges changes) {
    return stored(
        schema, limits, forms, EntityUpdate.of(schema, limits, stored, changes), changes.version());
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
    return new EntityStore(schema, limits, forms, stored, version, withoutCycles(added));
  }

  /** Vouches for none of these that is in itself, be it through stored entities. */
  private Map<EntityId, EntityNode> withoutCycles(Map<EntityId, EntityNode> added) {
    EntityStore all = new EntityStore(schema, limits, forms, stored, version, added);
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
      if (!stored.nodes().containsKey(id)) {
        added.put(id, node);
      }
      return id;
    } catch (InvalidValueException e) {
      throw new InvalidValueException(place + "." + e.place(), e.reason());
    }
  }

  /** The forms of requests within these limits, or null where this is held against others. */
  @Nullable RequestForms forms(Schema of, DataLimits within) {
    if (!forms.areOf(of) || !within.equals(limits)) {
      return null;
    }
    RequestForms made = forms.made;
    if (made == null) {
      made = new RequestForms(schema, limits);
      forms.made = made;
    }
    return made;
  }

  /** The entity of this id, broken or not; null for one that is unknown. */
  public @Nullable EntityNode node(EntityId id) {
    EntityNode node = stored.nodes().get(id);
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
        : new EntityAnswer.Known<>(new FrozenSet<>(all));
  }

  private EntityAnswer<Set<EntityId>> parentProblem(
      EntityId id, EntityId parent, EntityAnswer<Set<EntityId>> above) {
    return node(parent) == null ? new EntityAnswer.Failed<>(Hierarchy.unknown(parent, id)) : above;
  }

  private EntityAnswer<Set<EntityId>> ofGroup(EntityId id) {
    EntityNode node = filled ? null : stored.nodes().get(id);
    // what the store alone holds up is kept; what a request brought may fill a gap for that request
    return node == null ? walk(id) : stored.groups().of(id, node, () -> walk(id));
  }

  private EntityAnswer<Set<EntityId>> walk(EntityId id) {
    return new Hierarchy(this::node, limits.ancestors()).from(id);
  }

  /**
   * What stands for the hierarchy of the stored entities. Of two stores that give the same object,
   * every entity that is one and the same in both has the same ancestors in both. A change keeps it
   * unless it moves, adds or takes away an entity that others are in.
   */
  public Object hierarchy() {
    return filled ? this : stored.hierarchy();
  }

  /** Every stored entity that breaks the schema or is in itself, sorted by id. */
  public List<EntityProblem> problems() {
    Map<EntityId, EntityProblem> problems = new TreeMap<>();
    stored.nodes().forEach((id, node) -> addProblem(problems, id, node));
    return List.copyOf(problems.values());
  }

  /**
   * Of the entities that these changes put into this store, those that break the schema or are in
   * themselves, sorted by id. Whatever came to be in itself by the changes is so through one of
   * them.
   */
  public List<EntityProblem> problems(EntityChanges changes) {
    EntityNaming naming = new EntityNaming(schema, limits);
    Map<EntityId, EntityProblem> problems = new TreeMap<>();
    for (Entity entity : changes.put()) {
      EntityId id = naming.nameOf(entity.uid());
      EntityNode node = stored.nodes().get(id);
      if (node != null) {
        addProblem(problems, id, node);
      }
    }
    return List.copyOf(problems.values());
  }

  private static void addProblem(
      Map<EntityId, EntityProblem> problems, EntityId id, EntityNode node) {
    if (node.attributes() instanceof EntityAnswer.Failed<RecordValue> failed) {
      problems.put(id, failed.problem());
    }
  }

  /** The ids of all stored entities, in no order; those of closed types included. */
  public Set<EntityId> ids() {
    return stored.nodes().keySet();
  }

  /** The schema they are held against. */
  public Schema schema() {
    return schema;
  }

  /**
   * What this version of the stored entities is called: the caller's word, or a SHA-256 over their
   * canonical form, as a tree, computed when first asked for. What a request brought is no part of
   * it.
   */
  public String version() {
    return version.get();
  }

  /** {@link #version()}, when it is asked for; keeps the entities until then. */
  public Supplier<String> versionLater() {
    return version;
  }
}
