package dev.writ.core.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of an object that has few, in order. Immutable. */
final class Members extends AbstractMap<String, Json> {
  private static final int FEW = 8;
  private static final Members NONE = new Members(new String[0], new Json[0], 0);

  private final String[] names;
  private final Json[] values;
  private final int size;

  private Members(String[] names, Json[] values, int size) {
    this.names = names;
    this.values = values;
    this.size = size;
  }

  /** An unmodifiable map of these, in their order. */
  static Map<String, Json> copyOf(Map<String, Json> members) {
    if (members instanceof Members) {
      return members;
    }
    if (members.size() > FEW) {
      return Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
    Building copy = new Building();
    members.forEach(copy::add);
    return copy.build();
  }

  /** Members as they come. Mutable. */
  static final class Building {
    private String[] names = new String[4];
    private Json[] values = new Json[4];
    private int size;
    private @Nullable Map<String, Json> many;

    /** Adds one; false where the name is there. */
    boolean add(String name, Json value) {
      if (many != null) {
        return many.putIfAbsent(name, value) == null;
      }
      for (int i = 0; i < size; i++) {
        if (names[i].equals(name)) {
          return false;
        }
      }
      if (size == FEW) {
        many = new LinkedHashMap<>(new Members(names, values, size));
        many.put(name, value);
        return true;
      }
      if (size == names.length) {
        names = Arrays.copyOf(names, FEW);
        values = Arrays.copyOf(values, FEW);
      }
      names[size] = name;
      values[size++] = value;
      return true;
    }

    /** All of them so far; what is added afterwards is not among them where they are few. */
    Map<String, Json> build() {
      if (many != null) {
        return many;
      }
      return size == 0 ? NONE : new Members(names, values, size);
    }
  }

  /** The same by their names. */
  Members sorted() {
    int inOrder = 1;
    while (inOrder < size && names[inOrder - 1].compareTo(names[inOrder]) < 0) {
      inOrder++;
    }
    if (inOrder >= size) {
      return this;
    }
    Members sorted = new Members(Arrays.copyOf(names, size), Arrays.copyOf(values, size), size);
    for (int i = inOrder; i < size; i++) {
      sorted.sink(i);
    }
    return sorted;
  }

  /** Moves one to its place among those before it; only while this is made. */
  private void sink(int from) {
    String name = names[from];
    Json value = values[from];
    int at = from;
    for (; at > 0 && names[at - 1].compareTo(name) > 0; at--) {
      names[at] = names[at - 1];
      values[at] = values[at - 1];
    }
    names[at] = name;
    values[at] = value;
  }

  String name(int at) {
    return names[at];
  }

  Json value(int at) {
    return values[at];
  }

  private int indexOf(@Nullable Object name) {
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public @Nullable Json get(@Nullable Object name) {
    int at = indexOf(name);
    return at < 0 ? null : values[at];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return indexOf(name) >= 0;
  }

  @Override
  public int size() {
    return size;
  }

  /** As for every map; without making entries. */
  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Members members)) {
      return super.equals(other);
    }
    if (members.size != size) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      boolean here = names[i].equals(members.names[i]);
      if (!values[i].equals(here ? members.values[i] : members.get(names[i]))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  @Override
  public Set<Map.Entry<String, Json>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, Json>> iterator() {
        return new Entries();
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  /** The members in order. */
  private final class Entries implements Iterator<Map.Entry<String, Json>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < size;
    }

    @Override
    public Map.Entry<String, Json> next() {
      if (next == size) {
        throw new NoSuchElementException();
      }
      return Map.entry(names[next], values[next++]);
    }
  }
}
