package dev.writ.core.persistent;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable hash map. Changing it makes another one that shares all but the few nodes on the way
 * to what changed.
 *
 * <p>A compressed hash-array mapped prefix trie (Steindorfer and Vinju, OOPSLA 2015) with 64 ways a
 * level. Keys whose hashes are equal are kept sorted, so whoever chooses keys cannot make looking
 * one up slower than a binary search. Its shape depends on what is in it and not on how that came
 * about; the order of iteration is that of the hashes.
 *
 * <p>Thread-safe. Holds no null. {@code equals} and {@code compareTo} of keys must agree. As a
 * {@link Map} it is unmodifiable.
 */
public final class PersistentMap<K extends Comparable<? super K>, V> extends AbstractMap<K, V> {

  private static final PersistentMap<?, ?> EMPTY =
      new PersistentMap<String, Object>(Branch.empty(), 0);

  private final Branch<K, V> root;
  private final int size;

  private PersistentMap(Branch<K, V> root, int size) {
    this.root = root;
    this.size = size;
  }

  /** The map of nothing. */
  @SuppressWarnings("unchecked")
  public static <K extends Comparable<? super K>, V> PersistentMap<K, V> empty() {
    return (PersistentMap<K, V>) EMPTY;
  }

  /**
   * A map with these entries, in time linear in their number; the same object where they are such a
   * map already.
   *
   * @throws NullPointerException if a key or a value is null
   */
  @SuppressWarnings("unchecked")
  public static <K extends Comparable<? super K>, V> PersistentMap<K, V> copyOf(
      Map<K, ? extends V> entries) {
    if (entries instanceof PersistentMap<K, ? extends V> same) {
      return (PersistentMap<K, V>) same;
    }
    return entries.isEmpty()
        ? empty()
        : new PersistentMap<>(new BulkLoad<K, V>(entries).root(), entries.size());
  }

  /** The value of this key, or null. */
  @Override
  public @Nullable V get(@Nullable Object key) {
    return key == null ? null : root.find(key, Hash.of(key));
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  @Override
  public int size() {
    return size;
  }

  /** A map in which this key has this value. The same object where it has it already. */
  public PersistentMap<K, V> with(K key, V value) {
    Objects.requireNonNull(value, "value");
    int hash = Hash.of(key);
    V old = root.find(key, hash);
    return old == value
        ? this
        : new PersistentMap<>(
            root.with(key, hash, 0, value, old != null), old == null ? size + 1 : size);
  }

  /** A map in which this key has no value. The same object where it has none. */
  public PersistentMap<K, V> without(K key) {
    int hash = Hash.of(key);
    if (root.find(key, hash) == null) {
      return this;
    }
    return size == 1 ? empty() : new PersistentMap<>(root.without(key, hash, 0), size - 1);
  }

  /**
   * A SHA-256 over all entries: equal for maps with equal entries, and for others only by a
   * collision of SHA-256. What it takes to compute is kept with the nodes, so of a map that was
   * changed only the entries beside the changed ones are hashed again.
   *
   * @param entries what hashes an entry; always the same for all maps that come of one another
   */
  public byte[] digest(EntryDigest<K, V> entries) {
    return root.digest(entries).clone();
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<K, V>> iterator() {
        return new Entries<>(root);
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  /** How the map is laid out, for tests of sharing. */
  Branch<K, V> root() {
    return root;
  }
}
