package dev.writ.core.persistent;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A branch of a map: for each of 64 values of six bits of the hash an entry, a further node, or
 * nothing.
 *
 * <p>The slots hold keys and values of the entries, alternating, in the order of their bits, and
 * after them the nodes in the reverse order of theirs.
 */
final class Branch<K extends Comparable<? super K>, V> extends Node<K, V> {

  /** Bits of the hash that one branch tells apart. */
  static final int BITS = 6;

  /** From this shift on no bit is left: {@link Collision}. */
  static final int END = 36;

  private static final Branch<?, ?> EMPTY = new Branch<>(0, 0);

  /** Which values have an entry. */
  final long entries;

  /** Which values have a node. */
  final long nodes;

  final Object[] slots;

  Branch(long entries, long nodes, Object... slots) {
    this.entries = entries;
    this.nodes = nodes;
    this.slots = slots;
  }

  @SuppressWarnings("unchecked")
  static <K extends Comparable<? super K>, V> Branch<K, V> empty() {
    return (Branch<K, V>) EMPTY;
  }

  private static long bit(int hash, int shift) {
    return 1L << (hash >>> shift);
  }

  private int entryAt(long bit) {
    return 2 * Long.bitCount(entries & (bit - 1));
  }

  private int nodeAt(long bit) {
    return slots.length - 1 - Long.bitCount(nodes & (bit - 1));
  }

  @SuppressWarnings("unchecked")
  K key(int at) {
    return (K) slots[at];
  }

  @SuppressWarnings("unchecked")
  V value(int at) {
    return (V) slots[at + 1];
  }

  @SuppressWarnings("unchecked")
  Node<K, V> node(int at) {
    return (Node<K, V>) slots[at];
  }

  /** The value of this key below this branch, which is the root, or null. */
  @SuppressWarnings("unchecked")
  @Nullable V find(Object key, int hash) {
    Branch<K, V> branch = this;
    int rest = hash;
    for (int shift = 0; ; shift += BITS) {
      long bit = 1L << rest;
      if ((branch.entries & bit) != 0) {
        int at = branch.entryAt(bit);
        return key.equals(branch.slots[at]) ? branch.value(at) : null;
      }
      if ((branch.nodes & bit) == 0) {
        return null;
      }
      Object below = branch.slots[branch.nodeAt(bit)];
      if (shift + BITS == END) {
        return ((Collision<K, V>) below).find((K) key);
      }
      branch = (Branch<K, V>) below;
      rest >>>= BITS;
    }
  }

  @Override
  Branch<K, V> with(K key, int hash, int shift, V value, boolean replaces) {
    long bit = bit(hash, shift);
    if ((nodes & bit) != 0) {
      int at = nodeAt(bit);
      return replaced(at, node(at).with(key, hash, shift + BITS, value, replaces));
    }
    int at = entryAt(bit);
    if ((entries & bit) == 0) {
      return withEntry(bit, at, key, value);
    }
    return replaces
        ? replaced(at + 1, value)
        : pushedDown(bit, at, pair(key(at), value(at), key, hash, value, shift + BITS));
  }

  private Branch<K, V> replaced(int at, Object slot) {
    Object[] changed = slots.clone();
    changed[at] = slot;
    return new Branch<>(entries, nodes, changed);
  }

  private Branch<K, V> withEntry(long bit, int at, K key, V value) {
    Object[] changed = new Object[slots.length + 2];
    System.arraycopy(slots, 0, changed, 0, at);
    changed[at] = key;
    changed[at + 1] = value;
    System.arraycopy(slots, at, changed, at + 2, slots.length - at);
    return new Branch<>(entries | bit, nodes, changed);
  }

  /** A node in the place of an entry. */
  private Branch<K, V> pushedDown(long bit, int from, Node<K, V> node) {
    Object[] changed = new Object[slots.length - 1];
    int to = changed.length - 1 - Long.bitCount(nodes & (bit - 1));
    System.arraycopy(slots, 0, changed, 0, from);
    System.arraycopy(slots, from + 2, changed, from, to - from);
    changed[to] = node;
    System.arraycopy(slots, to + 2, changed, to + 1, changed.length - to - 1);
    return new Branch<>(entries & ~bit, nodes | bit, changed);
  }

  /** An entry in the place of a node. */
  private Branch<K, V> pulledUp(long bit, int from, Object[] entry) {
    Object[] changed = new Object[slots.length + 1];
    int to = entryAt(bit);
    System.arraycopy(slots, 0, changed, 0, to);
    changed[to] = entry[0];
    changed[to + 1] = entry[1];
    System.arraycopy(slots, to, changed, to + 2, from - to);
    System.arraycopy(slots, from + 1, changed, from + 2, slots.length - from - 1);
    return new Branch<>(entries | bit, nodes & ~bit, changed);
  }

  /** The least node that holds two entries whose hashes are equal below the shift. */
  private static <K extends Comparable<? super K>, V> Node<K, V> pair(
      K one, V oneValue, K other, int otherHash, V otherValue, int shift) {
    if (shift == END) {
      return Collision.of(one, oneValue, other, otherValue);
    }
    long oneBit = bit(Hash.of(one), shift);
    long otherBit = bit(otherHash, shift);
    if (oneBit == otherBit) {
      return new Branch<>(
          0, oneBit, pair(one, oneValue, other, otherHash, otherValue, shift + BITS));
    }
    return Long.compareUnsigned(oneBit, otherBit) < 0
        ? new Branch<>(oneBit | otherBit, 0, one, oneValue, other, otherValue)
        : new Branch<>(oneBit | otherBit, 0, other, otherValue, one, oneValue);
  }

  @Override
  Branch<K, V> without(K key, int hash, int shift) {
    long bit = bit(hash, shift);
    if ((nodes & bit) == 0) {
      return withoutEntry(bit, entryAt(bit));
    }
    int at = nodeAt(bit);
    Node<K, V> left = node(at).without(key, hash, shift + BITS);
    Object[] only = left.onlyEntry();
    return only == null ? replaced(at, left) : pulledUp(bit, at, only);
  }

  private Branch<K, V> withoutEntry(long bit, int at) {
    Object[] changed = new Object[slots.length - 2];
    System.arraycopy(slots, 0, changed, 0, at);
    System.arraycopy(slots, at + 2, changed, at, changed.length - at);
    return new Branch<>(entries & ~bit, nodes, changed);
  }

  @Override
  Object @Nullable [] onlyEntry() {
    return nodes == 0 && slots.length == 2 ? slots : null;
  }

  @Override
  void addTo(MessageDigest sha, EntryDigest<K, V> digests) {
    add(sha, entries, nodes);
    int end = 2 * Long.bitCount(entries);
    for (int at = 0; at < end; at += 2) {
      sha.update(digests.of(key(at), value(at)));
    }
    for (int at = slots.length - 1; at >= end; at--) {
      sha.update(node(at).digest(digests));
    }
  }
}
