package dev.writ.core.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was told under a name, and what was told before it; a name stands once. Immutable; null
 * stands for nothing.
 */
final class Told {
  final String name;

  /** A {@link String}, {@link Boolean}, {@link Integer}, {@link Long} or {@link Json}. */
  final Object value;

  final @Nullable Told before;

  private Told(String name, Object value, @Nullable Told before) {
    this.name = Objects.requireNonNull(name, "name");
    this.value = value;
    this.before = before;
  }

  /** The same with one more, or with another value where the name stands. */
  static Told with(@Nullable Told told, String name, Object value) {
    for (Told each = told; each != null; each = each.before) {
      if (each.name.equals(name)) {
        return instead(told, each, value);
      }
    }
    return new Told(name, value, told);
  }

  private static Told instead(@Nullable Told last, Told old, Object value) {
    List<Told> after = new ArrayList<>();
    for (Told each = last; each != null && each != old; each = each.before) {
      after.add(each);
    }
    Told changed = new Told(old.name, value, old.before);
    for (int i = after.size() - 1; i >= 0; i--) {
      changed = new Told(after.get(i).name, after.get(i).value, changed);
    }
    return changed;
  }

  /**
   * What is kept of a value that a caller passes.
   *
   * @throws IllegalArgumentException if its class is none that is taken
   */
  static Object value(Object value, String root, String name) {
    return value instanceof String
            || value instanceof Boolean
            || value instanceof Integer
            || value instanceof Long
            || value instanceof Json
        ? value
        : JavaJson.of(Objects.requireNonNull(value, name), Shown.member(root, name));
  }

  /** The value as JSON. */
  static Json json(Object value) {
    if (value instanceof String text) {
      return Json.of(text);
    }
    if (value instanceof Boolean bool) {
      return Json.of(bool);
    }
    return value instanceof Number number ? Json.of(number.longValue()) : (Json) value;
  }

  /** All that was told, in order. */
  static Map<String, Json> map(@Nullable Told told) {
    if (told == null) {
      return Map.of();
    }
    List<Told> backwards = new ArrayList<>();
    for (Told each = told; each != null; each = each.before) {
      backwards.add(each);
    }
    Map<String, Json> map = new LinkedHashMap<>();
    for (int i = backwards.size() - 1; i >= 0; i--) {
      map.put(backwards.get(i).name, json(backwards.get(i).value));
    }
    return Collections.unmodifiableMap(map);
  }
}
