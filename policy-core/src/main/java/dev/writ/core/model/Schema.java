package dev.writ.core.model;

import dev.writ.core.model.Type.RecordType;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything a policy set declares about its world: types of entities, enums, actions, obligations
 * and the session.
 *
 * <p>Immutable. Keys are qualified names; the maps are sorted, so that two schemas with the same
 * content read the same.
 *
 * @param enums the enums by name, the built-in ones ({@link #SOURCE}, {@link #WEEKDAY}) not among
 *     them
 * @param entityTypes the entity types by name
 * @param actions the actions by name; groups are resolved where they are used
 * @param obligations the obligation kinds by name, built-in ones included
 * @param session the fields of a session, or null where the set declares none
 */
public record Schema(
    SortedMap<String, Type.EnumType> enums,
    SortedMap<String, EntityTypeDef> entityTypes,
    SortedMap<String, ActionDef> actions,
    SortedMap<String, ObligationDef> obligations,
    @Nullable RecordType session) {

  /** Where an argument came from, from trusted to not told. */
  public static final Type.EnumType SOURCE =
      builtIn("Source", true, "constant", "user", "tool", "unknown");

  /** The day of the week of {@code now.weekday(zone)}. */
  public static final Type.EnumType WEEKDAY =
      builtIn(
          "Weekday",
          true,
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday");

  public Schema {
    enums = copy(enums);
    entityTypes = copy(entityTypes);
    actions = copy(actions);
    obligations = copy(obligations);
  }

  /** The entity type of this name, or null. */
  public @Nullable EntityTypeDef entityType(String name) {
    return entityTypes.get(name);
  }

  /** The action of this name, or null. */
  public @Nullable ActionDef action(String name) {
    return actions.get(name);
  }

  /**
   * The entity type that a name means: its qualified name, or the last part of it where no other
   * type ends so.
   *
   * @param place where the name stands, for the message
   * @throws InvalidValueException if it means none or several
   */
  public EntityTypeDef entityTypeNamed(String name, String place) throws InvalidValueException {
    return named("entity type", entityTypes, name, place);
  }

  /**
   * The action that a name means: its qualified name, or the last part of it where no other action
   * ends so.
   *
   * @param place where the name stands, for the message
   * @throws InvalidValueException if it means none or several
   */
  public ActionDef actionNamed(String name, String place) throws InvalidValueException {
    return named("action", actions, name, place);
  }

  /**
   * The entity with its type's qualified name ({@link #entityTypeNamed}).
   *
   * @param place where the entity stands, for the message
   * @throws InvalidValueException if the name of its type means none or several
   */
  public EntityId qualified(EntityId entity, String place) throws InvalidValueException {
    String type = entityTypeNamed(entity.type(), place).name();
    return type.equals(entity.type()) ? entity : new EntityId(type, entity.id());
  }

  private static <V> V named(String kind, Map<String, V> declared, String name, String place)
      throws InvalidValueException {
    V exact = declared.get(name);
    if (exact != null) {
      return exact;
    }
    List<String> longer =
        declared.keySet().stream().filter(full -> full.endsWith("." + name)).toList();
    if (longer.size() > 1) {
      throw new InvalidValueException(
          place, Shown.text(name) + " means several: write one of " + Shown.list(longer));
    }
    V only = longer.isEmpty() || name.isEmpty() ? null : declared.get(longer.get(0));
    if (only == null) {
      throw new InvalidValueException(
          place, "no " + kind + " " + Shown.text(name) + " is declared");
    }
    return only;
  }

  private static <V> SortedMap<String, V> copy(Map<String, V> map) {
    return java.util.Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  private static Type.EnumType builtIn(String name, boolean ordered, String... words) {
    return new Type.EnumType(
        name,
        ordered,
        java.util.Arrays.stream(words).map(word -> new Type.Enumerator(word, word)).toList());
  }
}
