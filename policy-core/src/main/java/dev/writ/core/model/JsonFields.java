package dev.writ.core.model;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object of a fixed shape, taken one by one; what is left at the end is an
 * error.
 *
 * <p>{@code null} is the same as absent. Every exception names the place of the member. Not
 * thread-safe.
 */
public final class JsonFields {

  private final String place;
  private final Map<String, Json> members;
  private final Set<String> taken = new HashSet<>();

  private JsonFields(String place, Map<String, Json> members) {
    this.place = place;
    this.members = members;
  }

  /**
   * The members of an object.
   *
   * @param place where it stands, for messages; empty for the whole text
   * @throws InvalidValueException if it is no object
   */
  public static JsonFields of(Json json, String place) throws InvalidValueException {
    if (json instanceof Json.Obj object) {
      return new JsonFields(place, object.members());
    }
    throw needed(place, "an object", json);
  }

  /**
   * The entity id that an object {@code {"type", "id"}} stands for, its type as it is written.
   *
   * @throws InvalidValueException if it is anything else
   */
  public static EntityId entityId(Json json, String place) throws InvalidValueException {
    JsonFields fields = of(json, place);
    String type = fields.text("type");
    String id = fields.text("id");
    fields.end();
    try {
      return new EntityId(type, id);
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException(place, String.valueOf(e.getMessage()));
    }
  }

  /** The place of a member, for messages. */
  public String place(String name) {
    return Shown.member(place, name);
  }

  /** The member, or null where it is absent. */
  public @Nullable Json optional(String name) {
    taken.add(name);
    Json json = members.get(name);
    return json instanceof Json.Null ? null : json;
  }

  /**
   * The member.
   *
   * @throws InvalidValueException if it is absent
   */
  public Json required(String name) throws InvalidValueException {
    Json json = optional(name);
    if (json == null) {
      throw new InvalidValueException(place(name), "missing");
    }
    return json;
  }

  /**
   * The string.
   *
   * @throws InvalidValueException if it is absent or something else
   */
  public String text(String name) throws InvalidValueException {
    return text(required(name), place(name));
  }

  /**
   * The string, or null where it is absent.
   *
   * @throws InvalidValueException if it is something else
   */
  public @Nullable String optionalText(String name) throws InvalidValueException {
    Json json = optional(name);
    return json == null ? null : text(json, place(name));
  }

  /**
   * A string that stands at a place.
   *
   * @throws InvalidValueException if it is something else
   */
  public static String text(Json json, String place) throws InvalidValueException {
    if (json instanceof Json.Str string && Utf16.isWellFormed(string.value())) {
      return string.value();
    }
    throw needed(place, "a string", json);
  }

  /**
   * The 64-bit integer.
   *
   * @throws InvalidValueException if it is absent or something else
   */
  public long integer(String name) throws InvalidValueException {
    return integer(required(name), place(name));
  }

  /**
   * The 64-bit integer, or another where it is absent.
   *
   * @throws InvalidValueException if it is something else
   */
  public long integer(String name, long absent) throws InvalidValueException {
    Json json = optional(name);
    return json == null ? absent : integer(json, place(name));
  }

  /**
   * The integer that stands at a place: a number, or, beyond ±(2^53 − 1), a string of its digits.
   *
   * @throws InvalidValueException if it is something else
   */
  public static long integer(Json json, String place) throws InvalidValueException {
    return ValueForms.integer(json, Place.at(place)).value();
  }

  /**
   * The integer of 32 bits, or another where it is absent.
   *
   * @throws InvalidValueException if it is something else
   */
  public int smallInteger(String name, int absent) throws InvalidValueException {
    Json json = optional(name);
    return json == null ? absent : smallInteger(json, place(name));
  }

  /**
   * The integer of 32 bits that stands at a place.
   *
   * @throws InvalidValueException if it is something else
   */
  public static int smallInteger(Json json, String place) throws InvalidValueException {
    long value = integer(json, place);
    if (value != (int) value) {
      throw new InvalidValueException(place, value + " does not fit 32 bits");
    }
    return (int) value;
  }

  /**
   * The boolean.
   *
   * @throws InvalidValueException if it is absent or something else
   */
  public boolean bool(String name) throws InvalidValueException {
    Json json = required(name);
    if (json instanceof Json.Bool bool) {
      return bool.value();
    }
    throw needed(place(name), "a boolean", json);
  }

  /**
   * The boolean, or another where it is absent.
   *
   * @throws InvalidValueException if it is something else
   */
  public boolean bool(String name, boolean absent) throws InvalidValueException {
    return optional(name) == null ? absent : bool(name);
  }

  /**
   * The instant, in epoch milliseconds: a string as {@link InstantValue} parses it, or an integer.
   *
   * @throws InvalidValueException if it is absent or something else
   */
  public long instant(String name) throws InvalidValueException {
    return instant(required(name), place(name));
  }

  /**
   * The instant, in epoch milliseconds, or null where it is absent.
   *
   * @throws InvalidValueException if it is something else
   */
  public @Nullable Long optionalInstant(String name) throws InvalidValueException {
    Json json = optional(name);
    return json == null ? null : instant(json, place(name));
  }

  private static long instant(Json json, String place) throws InvalidValueException {
    if (!(json instanceof Json.Str string) || ValueForms.isBeyondSafe(string.value())) {
      return integer(json, place);
    }
    try {
      return InstantValue.parse(string.value()).epochMillis();
    } catch (InvalidValueException e) {
      throw new InvalidValueException(place, e.reason());
    }
  }

  /**
   * The items of the array, none where it is absent.
   *
   * @throws InvalidValueException if it is something else
   */
  public List<Json> items(String name) throws InvalidValueException {
    Json json = optional(name);
    if (json == null) {
      return List.of();
    }
    if (json instanceof Json.Arr array) {
      return array.items();
    }
    throw needed(place(name), "an array", json);
  }

  /**
   * The members of the object, none where it is absent.
   *
   * @throws InvalidValueException if it is something else
   */
  public Map<String, Json> members(String name) throws InvalidValueException {
    Json json = optional(name);
    if (json == null) {
      return Map.of();
    }
    if (json instanceof Json.Obj object) {
      return object.members();
    }
    throw needed(place(name), "an object", json);
  }

  /**
   * Ends the object.
   *
   * @throws InvalidValueException if it has a member that was not asked for
   */
  public void end() throws InvalidValueException {
    for (String name : members.keySet()) {
      if (!taken.contains(name)) {
        throw new InvalidValueException(
            place(name),
            "not expected: the names are " + Shown.list(taken.stream().sorted().toList()));
      }
    }
  }

  private static InvalidValueException needed(String place, String what, Json json) {
    return new InvalidValueException(place, what + " is needed, found " + JsonKind.of(json));
  }
}
