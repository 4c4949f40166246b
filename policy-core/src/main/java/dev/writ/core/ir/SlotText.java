package dev.writ.core.ir;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Slots as heads: {@code a, b by P on Q} where that is all of them, else one after another. */
final class SlotText {

  private SlotText() {}

  static String of(SortedSet<Slot> slots) {
    SortedSet<String> actions = parts(slots, Slot::action);
    SortedSet<String> principals = parts(slots, Slot::principalType);
    SortedSet<String> resources = parts(slots, Slot::resourceType);
    if ((long) actions.size() * principals.size() * resources.size() == slots.size()) {
      return text(actions) + " by " + text(principals) + " on " + text(resources);
    }
    return slots.stream().map(Slot::toString).collect(Collectors.joining("; "));
  }

  private static SortedSet<String> parts(SortedSet<Slot> slots, Function<Slot, String> part) {
    return slots.stream().map(part).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(SortedSet<String> names) {
    return String.join(", ", names);
  }
}
