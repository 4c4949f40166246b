package dev.writ.core.persistent;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/** Walks the entries of a map: those of a branch, then those of its nodes. Not thread-safe. */
final class Entries<K extends Comparable<? super K>, V> implements Iterator<Map.Entry<K, V>> {

  private static final int DEEPEST = Branch.END / Branch.BITS + 1;

  /** The nodes being walked, each with where it is. */
  private final Object[][] slots = new Object[DEEPEST][];

  private final int[] at = new int[DEEPEST];
  private final int[] end = new int[DEEPEST];
  private int depth = -1;

  Entries(Branch<K, V> root) {
    enter(root);
    settle();
  }

  private void enter(Node<?, ?> node) {
    depth++;
    at[depth] = 0;
    if (node instanceof Branch<?, ?> branch) {
      slots[depth] = branch.slots;
      end[depth] = 2 * Long.bitCount(branch.entries);
    } else {
      slots[depth] = ((Collision<?, ?>) node).slots;
      end[depth] = slots[depth].length;
    }
  }

  /** Goes on to the next entry, if there is one. */
  private void settle() {
    while (depth >= 0 && at[depth] >= end[depth]) {
      if (at[depth] < slots[depth].length) {
        Node<?, ?> below = (Node<?, ?>) slots[depth][at[depth]++];
        enter(below);
      } else {
        depth--;
      }
    }
  }

  @Override
  public boolean hasNext() {
    return depth >= 0;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Map.Entry<K, V> next() {
    if (depth < 0) {
      throw new NoSuchElementException();
    }
    Object key = slots[depth][at[depth]];
    Object value = slots[depth][at[depth] + 1];
    at[depth] += 2;
    settle();
    return new SimpleImmutableEntry<>((K) key, (V) value);
  }
}
