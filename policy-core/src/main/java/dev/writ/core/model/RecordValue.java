package dev.writ.core.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record: declared fields and their values; an absent optional field is not in it. Immutable;
 * equal by content.
 */
public final class RecordValue implements Value {

  /** Nothing. */
  public static final RecordValue EMPTY = new RecordValue(new TreeMap<>());

  /** Sorted. */
  private final String[] names;

  /** In the order of the names. */
  private final Value[] values;

  /** A record of these values by name. */
  public RecordValue(SortedMap<String, ? extends Value> fields) {
    SortedMap<String, ? extends Value> natural =
        fields.comparator() == null ? fields : new TreeMap<>(Map.copyOf(fields));
    names = new String[natural.size()];
    values = new Value[names.length];
    int at = 0;
    for (Map.Entry<String, ? extends Value> field : natural.entrySet()) {
      names[at] = Objects.requireNonNull(field.getKey(), "name");
      values[at++] = Objects.requireNonNull(field.getValue(), "value");
    }
  }

  private RecordValue(String[] names, Value[] values) {
    this.names = names;
    this.values = values;
  }

  /**
   * The record of these.
   *
   * @param names sorted; never changed again
   * @param values in the order of the names; never changed again
   */
  static RecordValue sharing(String[] names, Value[] values) {
    return new RecordValue(names, values);
  }

  /** The value with these entries. */
  public static RecordValue of(Map<String, ? extends Value> entries) {
    return new RecordValue(new TreeMap<>(entries));
  }

  /** The values by name, sorted; not to be changed. */
  public SortedMap<String, Value> fields() {
    SortedMap<String, Value> fields = new TreeMap<>();
    for (int i = 0; i < names.length; i++) {
      fields.put(names[i], values[i]);
    }
    return Collections.unmodifiableSortedMap(fields);
  }

  /** The value of this name, or null where it is absent. */
  public @Nullable Value get(String name) {
    int at = Arrays.binarySearch(names, name);
    return at < 0 ? null : values[at];
  }

  /**
   * The value of this name, or null where it is absent; found at once where the name stands at the
   * position.
   *
   * @param position where the name stands if no field is absent, in the order of names
   */
  public @Nullable Value get(String name, int position) {
    return position < names.length && names[position].equals(name) ? values[position] : get(name);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitRecord(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordValue record
        && Arrays.equals(names, record.names)
        && Arrays.equals(values, record.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(names) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "RecordValue" + fields();
  }
}
