package dev.writ.core.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What can go wrong in a slice, each once: reading an entity that the store may not vouch for,
 * arithmetic that may leave 64 bits, a zone whose table may have ended, a head of an approval.
 * While all of it is looked at and nothing goes wrong, no condition of the slice lists a fault, so
 * those that the index rules out need not be looked at.
 *
 * <p>What is looked at may be more than the conditions would look at (a branch not chosen): that
 * costs a careful run, never an answer.
 */
final class Guards {
  private final Set<Object> known = new HashSet<>();
  private final List<Node> nodes = new ArrayList<>();

  /** Has this looked at, unless the same is already. */
  void add(Object what, Node node) {
    if (known.add(what)) {
      nodes.add(node);
    }
  }

  /** How many things are looked at. */
  int size() {
    return nodes.size();
  }

  /**
   * Looks at all.
   *
   * @param moment a probing one
   * @throws FaultSignal if something goes wrong
   */
  void probe(View view, Moment moment) {
    for (int i = 0; i < nodes.size(); i++) {
      nodes.get(i).value(view, moment, Node.NO_LOCALS);
    }
  }
}
