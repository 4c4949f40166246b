package dev.writ.core.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record: declared fields and their values; an absent optional field is not in the map.
 *
 * @param fields the values by name, sorted
 */
public record RecordValue(SortedMap<String, Value> fields) implements Value {

  /** Nothing. */
  public static final RecordValue EMPTY = new RecordValue(new TreeMap<>());

  public RecordValue {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  /** The value with these entries. */
  public static RecordValue of(Map<String, ? extends Value> entries) {
    return new RecordValue(new TreeMap<>(entries));
  }

  /** The value of this name, or null where it is absent. */
  public @Nullable Value get(String name) {
    return fields.get(name);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitRecord(this);
  }
}
