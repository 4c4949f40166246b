package dev.writ.core.plan;

import dev.writ.core.decision.Truth;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can go wrong in a slice, each once: reading an entity that the store may not vouch for,
 * arithmetic that may leave 64 bits, a zone whose table may have ended, a head of an approval, what
 * exempts from a limit. While all of it is looked at and nothing goes wrong, no condition of the
 * slice lists a fault, so those that the index rules out need not be looked at. Mutable while a
 * slice is compiled.
 *
 * <p>What is looked at may be more than the conditions would look at (a branch not chosen): that
 * costs a careful run, never an answer.
 */
final class Guards {
  private final Set<Object> known = new HashSet<>();
  private final Map<Basis, List<Node>> nodes = new EnumMap<>(Basis.class);
  private final List<Node> ofClock = new ArrayList<>();
  private final Set<Basis> readingAncestors = EnumSet.noneOf(Basis.class);

  /**
   * Has this looked at, unless the same is already.
   *
   * @param reads what it depends on, as {@link Reads} tells
   */
  void add(Object what, int reads, Node node) {
    Basis basis = Basis.of(reads);
    if (known.add(what)) {
      boolean clock = (reads & Reads.CLOCK) != 0;
      (clock ? ofClock : nodes.computeIfAbsent(basis, b -> new ArrayList<>())).add(node);
    }
    if ((reads & Reads.ANCESTORS) != 0) {
      readingAncestors.add(basis);
    }
  }

  /** Whether ancestors are read for what is told by this. */
  boolean readsAncestors(Basis basis) {
    return readingAncestors.contains(basis);
  }

  /** How many things are looked at. */
  int size() {
    return known.size();
  }

  /** What is told by the instant, among other things. */
  Node[] ofClock() {
    return ofClock.toArray(Node[]::new);
  }

  /** What is told by this, but not by the instant. */
  Node[] of(Basis basis) {
    return nodes.getOrDefault(basis, List.of()).toArray(Node[]::new);
  }

  /** Goes wrong where a condition comes to an error, be it by something absent. */
  static final class Erring extends Node {
    private final Node condition;

    Erring(Node condition) {
      super(condition.type);
      this.condition = condition;
    }

    @Override
    @Nullable Value value(View view, Moment moment, Value[] locals) {
      if (condition.truth(view, moment, locals) == Truth.ERROR) {
        throw new FaultSignal();
      }
      return null;
    }
  }

  /**
   * Looks at all of these.
   *
   * @param moment a probing one
   * @throws FaultSignal if something goes wrong
   */
  static void probe(Node[] guards, View view, Moment moment) {
    for (Node guard : guards) {
      guard.value(view, moment, Node.NO_LOCALS);
    }
  }
}
