package dev.writ.core.persistent;

import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Two or more entries whose hashes are equal, sorted by their keys: key and value, alternating. */
final class Collision<K extends Comparable<? super K>, V> extends Node<K, V> {

  final Object[] slots;

  Collision(Object... slots) {
    this.slots = slots;
  }

  static <K extends Comparable<? super K>, V> Collision<K, V> of(
      K one, V oneValue, K other, V otherValue) {
    return one.compareTo(other) < 0
        ? new Collision<>(one, oneValue, other, otherValue)
        : new Collision<>(other, otherValue, one, oneValue);
  }

  @SuppressWarnings("unchecked")
  K key(int at) {
    return (K) slots[at];
  }

  @SuppressWarnings("unchecked")
  V value(int at) {
    return (V) slots[at + 1];
  }

  /** Where the key stands, or where it would, as {@code -1 - at}. */
  private int search(K key) {
    int low = 0;
    int high = slots.length / 2 - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = key(2 * middle).compareTo(key);
      if (order == 0) {
        return 2 * middle;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return -1 - 2 * low;
  }

  @Nullable V find(K key) {
    int at = search(key);
    return at < 0 ? null : value(at);
  }

  @Override
  Collision<K, V> with(K key, int hash, int shift, V value, boolean replaces) {
    int found = search(key);
    if (found >= 0) {
      Object[] changed = slots.clone();
      changed[found + 1] = value;
      return new Collision<>(changed);
    }
    int at = -1 - found;
    Object[] changed = Arrays.copyOf(slots, slots.length + 2);
    System.arraycopy(slots, at, changed, at + 2, slots.length - at);
    changed[at] = key;
    changed[at + 1] = value;
    return new Collision<>(changed);
  }

  @Override
  Collision<K, V> without(K key, int hash, int shift) {
    int at = search(key);
    Object[] changed = Arrays.copyOf(slots, slots.length - 2);
    System.arraycopy(slots, at + 2, changed, at, changed.length - at);
    return new Collision<>(changed);
  }

  @Override
  Object @Nullable [] onlyEntry() {
    return slots.length == 2 ? slots : null;
  }

  @Override
  void addTo(MessageDigest sha, EntryDigest<K, V> digests) {
    add(sha, 0, 0);
    for (int at = 0; at < slots.length; at += 2) {
      sha.update(digests.of(key(at), value(at)));
    }
  }
}
