package dev.writ.core.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tags: strings and their values.
 *
 * @param tags the values by name, sorted
 */
public record MapValue(SortedMap<String, Value> tags) implements Value {

  /** Nothing. */
  public static final MapValue EMPTY = new MapValue(new TreeMap<>());

  public MapValue {
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
  }

  /** The value with these entries. */
  public static MapValue of(Map<String, ? extends Value> entries) {
    return new MapValue(new TreeMap<>(entries));
  }

  /** The value of this name, or null where it is absent. */
  public @Nullable Value get(String name) {
    return tags.get(name);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitMap(this);
  }
}
