package dev.writ.dsl.lower;

import dev.writ.core.ir.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Slots in which a declaration says the same.
 *
 * @param <S> what is said
 */
final class SlotGroups<S> {
  private final Map<S, SortedSet<Slot>> groups = new LinkedHashMap<>();

  /** Notes what is said in a slot. */
  void add(Slot slot, S said) {
    groups.computeIfAbsent(said, first -> new TreeSet<>()).add(slot);
  }

  /** Returns one case for each thing said, in the order of their first slots. */
  <C> List<C> cases(BiFunction<SortedSet<Slot>, S, C> build) {
    List<C> cases = new ArrayList<>();
    groups.forEach((said, slots) -> cases.add(build.apply(slots, said)));
    return cases;
  }
}
