package dev.writ.core.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes a world in which something fails smaller, as long as it still fails. */
final class Shrinking {
  private final Predicate<GeneratedWorld> fails;

  private Shrinking(Predicate<GeneratedWorld> fails) {
    this.fails = fails;
  }

  /** A world that still fails and none of whose simpler neighbours does. */
  static GeneratedWorld of(GeneratedWorld world, Predicate<GeneratedWorld> fails) {
    Shrinking shrinking = new Shrinking(fails);
    GeneratedWorld small = world;
    for (GeneratedWorld next = small; next != null; next = shrinking.smaller(small)) {
      small = next;
    }
    return small;
  }

  private @Nullable GeneratedWorld smaller(GeneratedWorld world) {
    for (GeneratedWorld simpler : simpler(world)) {
      if (fails.test(simpler)) {
        return simpler;
      }
    }
    return null;
  }

  private static List<GeneratedWorld> simpler(GeneratedWorld world) {
    List<GeneratedWorld> all = new ArrayList<>();
    SimplerStates.of(world.state()).forEach(state -> all.add(world.with(state)));
    SimplerSets.of(world.policies()).forEach(set -> all.add(world.with(set)));
    SimplerRequests.of(world.request()).forEach(request -> all.add(world.with(request)));
    without(world.entities()).forEach(entities -> all.add(world.with(entities)));
    return all;
  }

  /** The lists that lack one of these. */
  static <T> List<List<T>> without(List<T> all) {
    List<List<T>> lists = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      List<T> fewer = new ArrayList<>(all);
      fewer.remove(i);
      lists.add(fewer);
    }
    return lists;
  }
}
