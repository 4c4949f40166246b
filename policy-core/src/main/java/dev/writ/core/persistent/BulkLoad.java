package dev.writ.core.persistent;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * Lays out a whole map at once: entries are parted by six bits of their hashes, each part by the
 * next six, so that every branch is made once. For one thread.
 */
final class BulkLoad<K extends Comparable<? super K>, V> {

  private static final int WAYS = 1 << Branch.BITS;

  private final Object[] keys;
  private final Object[] values;

  /** The entries, those of a part side by side: the hash above, the place in the arrays below. */
  private final long[] parted;

  private final long[] spare;

  BulkLoad(Map<K, ? extends V> entries) {
    int size = entries.size();
    keys = new Object[size];
    values = new Object[size];
    parted = new long[size];
    spare = new long[size];
    int at = 0;
    for (Map.Entry<K, ? extends V> entry : entries.entrySet()) {
      keys[at] = Objects.requireNonNull(entry.getKey(), "key");
      values[at] = Objects.requireNonNull(entry.getValue(), "value");
      parted[at] = ((long) Hash.of(keys[at]) << 32) | at;
      at++;
    }
  }

  Branch<K, V> root() {
    return branch(0, parted.length, 0);
  }

  private static int way(long entry, int shift) {
    return (int) (entry >>> 32) >>> shift & (WAYS - 1);
  }

  private int place(int at) {
    return (int) parted[at];
  }

  private Branch<K, V> branch(int from, int to, int shift) {
    int[] starts = part(from, to, shift);
    long entries = 0;
    long nodes = 0;
    for (int way = 0; way < WAYS; way++) {
      int held = starts[way + 1] - starts[way];
      entries |= held == 1 ? 1L << way : 0;
      nodes |= held > 1 ? 1L << way : 0;
    }
    Object[] slots = new Object[2 * Long.bitCount(entries) + Long.bitCount(nodes)];
    int entryAt = 0;
    int nodeAt = slots.length;
    for (int way = 0; way < WAYS; way++) {
      int held = starts[way + 1] - starts[way];
      if (held == 1) {
        slots[entryAt++] = keys[place(starts[way])];
        slots[entryAt++] = values[place(starts[way])];
      } else if (held > 1) {
        slots[--nodeAt] = node(starts[way], starts[way + 1], shift + Branch.BITS);
      }
    }
    return new Branch<>(entries, nodes, slots);
  }

  private Node<K, V> node(int from, int to, int shift) {
    return shift == Branch.END ? collision(from, to) : branch(from, to, shift);
  }

  /** Parts the entries of a range; where each part starts, and where the last ends. */
  private int[] part(int from, int to, int shift) {
    int[] starts = new int[WAYS + 1];
    for (int at = from; at < to; at++) {
      starts[way(parted[at], shift) + 1]++;
    }
    starts[0] = from;
    for (int way = 0; way < WAYS; way++) {
      starts[way + 1] += starts[way];
    }
    int[] next = Arrays.copyOf(starts, WAYS);
    for (int at = from; at < to; at++) {
      spare[next[way(parted[at], shift)]++] = parted[at];
    }
    System.arraycopy(spare, from, parted, from, to - from);
    return starts;
  }

  @SuppressWarnings("unchecked")
  private Collision<K, V> collision(int from, int to) {
    Integer[] order = new Integer[to - from];
    for (int at = from; at < to; at++) {
      order[at - from] = place(at);
    }
    Arrays.sort(order, (one, other) -> ((K) keys[one]).compareTo((K) keys[other]));
    Object[] slots = new Object[2 * order.length];
    for (int i = 0; i < order.length; i++) {
      slots[2 * i] = keys[order[i]];
      slots[2 * i + 1] = values[order[i]];
    }
    return new Collision<>(slots);
  }
}
