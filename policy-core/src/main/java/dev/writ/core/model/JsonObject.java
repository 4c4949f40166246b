package dev.writ.core.model;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Collects the members of a JSON object, in order. Not thread-safe. */
public final class JsonObject {

  private final Members.Building members = new Members.Building();

  JsonObject() {}

  /**
   * Puts a member.
   *
   * @throws IllegalArgumentException if the name is there already
   */
  public JsonObject put(String name, Json value) {
    if (!members.add(name, value)) {
      throw new IllegalArgumentException("the member `" + name + "` is there already");
    }
    return this;
  }

  /** Puts a string. */
  public JsonObject put(String name, String value) {
    return put(name, Json.of(value));
  }

  /** Puts a number. */
  public JsonObject put(String name, long value) {
    return put(name, Json.of(value));
  }

  /** Puts a boolean. */
  public JsonObject put(String name, boolean value) {
    return put(name, Json.of(value));
  }

  /** Puts an array. */
  public JsonObject put(String name, Collection<? extends Json> items) {
    return put(name, Json.array(items));
  }

  /** Puts a string, or nothing for null. */
  public JsonObject putIfPresent(String name, @Nullable String value) {
    return value == null ? this : put(name, value);
  }

  /** Puts a value, or nothing for null. */
  public JsonObject putIfPresent(String name, @Nullable Json value) {
    return value == null ? this : put(name, value);
  }

  /** The object of what was put so far. */
  public Json.Obj build() {
    return new Json.Obj(members.build());
  }
}
