package dev.writ.core.model;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Elements that never change and are often looked for: iterated in the order in which they were
 * given, found by open addressing in a table at most half full. Immutable, thread-safe; no element
 * is null.
 */
final class FrozenSet<T> extends AbstractSet<T> {
  private static final int FREE = 0;

  private final Object[] elements;

  /**
   * A power of two long; linear probing. The hashes stand apart, so that what is not there is
   * mostly not found without touching an element.
   */
  private final int[] hashes;

  private final @Nullable Object[] table;

  /**
   * @param given each counts once
   */
  FrozenSet(Collection<? extends T> given) {
    Object[] all = given.toArray();
    hashes = new int[2 * Integer.highestOneBit(2 * Math.max(1, all.length) - 1)];
    table = new Object[hashes.length];
    int size = 0;
    for (Object element : all) {
      int hash = hash(Objects.requireNonNull(element, "element"));
      int at = place(element, hash);
      if (hashes[at] == FREE) {
        hashes[at] = hash;
        table[at] = element;
        all[size++] = element;
      }
    }
    elements = size == all.length ? all : Arrays.copyOf(all, size);
  }

  private static int hash(Object element) {
    int mixed = element.hashCode() * 0x9E3779B9;
    int hash = mixed ^ mixed >>> 16;
    return hash == FREE ? 1 : hash;
  }

  /** Where an element stands, or would. */
  private int place(Object element, int hash) {
    int last = hashes.length - 1;
    int at = hash & last;
    while (hashes[at] != FREE && (hashes[at] != hash || !element.equals(table[at]))) {
      at = (at + 1) & last;
    }
    return at;
  }

  @Override
  public boolean contains(@Nullable Object other) {
    return other != null && hashes[place(other, hash(other))] != FREE;
  }

  @Override
  public int size() {
    return elements.length;
  }

  @Override
  public Iterator<T> iterator() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < elements.length;
      }

      @Override
      @SuppressWarnings("unchecked") // only elements of the type were given
      public T next() {
        if (next == elements.length) {
          throw new NoSuchElementException();
        }
        return (T) elements[next++];
      }
    };
  }
}
