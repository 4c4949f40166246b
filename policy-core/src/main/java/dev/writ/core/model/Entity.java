package dev.writ.core.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An entity as its owner tells it: not yet held against a schema. Immutable.
 *
 * @param uid who or what it is; the type may be short
 * @param attrs the attributes, by name
 * @param parents what it is directly in; types may be short
 */
public record Entity(EntityId uid, Map<String, Json> attrs, Set<EntityId> parents) {
  public Entity {
    Objects.requireNonNull(uid, "uid");
    attrs = Collections.unmodifiableMap(new LinkedHashMap<>(attrs));
    parents = Collections.unmodifiableSet(new LinkedHashSet<>(parents));
  }

  /** The entity without attributes and parents. */
  public static Entity of(EntityId uid) {
    return new Entity(uid, Map.of(), Set.of());
  }

  /** The entity without attributes and parents. */
  public static Entity of(String type, String id) {
    return of(EntityId.of(type, id));
  }

  /**
   * This entity with an attribute, in place of one of the same name.
   *
   * @param value as {@link Request#arg} takes it
   * @throws IllegalArgumentException if the value is of a class that is not taken
   */
  public Entity with(String name, Object value) {
    Map<String, Json> changed = new LinkedHashMap<>(attrs);
    changed.put(name, JavaJson.of(value, Shown.member("attrs", name)));
    return new Entity(uid, changed, parents);
  }

  /** This entity with further parents. */
  public Entity in(EntityId... further) {
    Set<EntityId> changed = new LinkedHashSet<>(parents);
    changed.addAll(List.of(further));
    return new Entity(uid, attrs, changed);
  }

  /**
   * The entity that an object {@code {"uid": {"type", "id"}, "attrs": {}, "parents": []}} tells;
   * attributes and parents may be absent.
   *
   * @param place where it stands, for the message
   * @throws InvalidValueException if it is anything else
   */
  public static Entity fromJson(Json json, String place) throws InvalidValueException {
    JsonFields fields = JsonFields.of(json, place);
    EntityId uid = JsonFields.entityId(fields.required("uid"), fields.place("uid"));
    Set<EntityId> parents = new LinkedHashSet<>();
    List<Json> items = fields.items("parents");
    for (int i = 0; i < items.size(); i++) {
      parents.add(JsonFields.entityId(items.get(i), fields.place("parents") + "[" + i + "]"));
    }
    Map<String, Json> attrs = fields.members("attrs");
    fields.end();
    return new Entity(uid, attrs, parents);
  }

  /** The object that {@link #fromJson} reads. */
  public Json toJson() {
    return Json.object()
        .put("uid", ValueJson.toJson(uid))
        .put("attrs", new Json.Obj(attrs))
        .put("parents", parents.stream().sorted().map(ValueJson::toJson).toList())
        .build();
  }
}
