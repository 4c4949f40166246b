package dev.writ.core.ir;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Slots in their order, in little memory: there is one set a case, and sets of policies have
 * millions of cases. Immutable.
 */
@SuppressWarnings("JdkObsolete") // what a case tells is a SortedSet, which has no way back
final class SlotSet extends AbstractSet<Slot> implements SortedSet<Slot> {
  private final Slot[] slots;

  private SlotSet(Slot[] slots) {
    this.slots = slots;
  }

  /** These slots; the set itself where it is one. */
  static SlotSet of(SortedSet<Slot> slots) {
    return slots instanceof SlotSet same
        ? same
        : new SlotSet(slots.stream().distinct().sorted().toArray(Slot[]::new));
  }

  @Override
  public int size() {
    return slots.length;
  }

  @Override
  public boolean contains(@Nullable Object other) {
    return other instanceof Slot slot && Arrays.binarySearch(slots, slot) >= 0;
  }

  @Override
  public Iterator<Slot> iterator() {
    return Collections.unmodifiableList(Arrays.asList(slots)).iterator();
  }

  @Override
  public @Nullable Comparator<? super Slot> comparator() {
    return null;
  }

  @Override
  public Slot first() {
    return at(0);
  }

  @Override
  public Slot last() {
    return at(slots.length - 1);
  }

  private Slot at(int position) {
    if (slots.length == 0) {
      throw new NoSuchElementException("no slots");
    }
    return slots[position];
  }

  @Override
  public SortedSet<Slot> subSet(Slot from, Slot to) {
    return Collections.unmodifiableSortedSet(tree().subSet(from, to));
  }

  @Override
  public SortedSet<Slot> headSet(Slot to) {
    return Collections.unmodifiableSortedSet(tree().headSet(to));
  }

  @Override
  public SortedSet<Slot> tailSet(Slot from) {
    return Collections.unmodifiableSortedSet(tree().tailSet(from));
  }

  private SortedSet<Slot> tree() {
    return new TreeSet<>(Arrays.asList(slots));
  }
}
