package dev.writ.dsl.policytest;

import dev.writ.core.ir.Invariant;
import dev.writ.core.ir.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tries the invariants of a set on the decisions of its tests. Not safe for several threads. */
final class InvariantTrials {
  private final Map<String, List<Mismatch>> breaches = new TreeMap<>();
  private final Map<String, Integer> tried = new TreeMap<>();

  InvariantTrials(PolicySet policies) {
    for (Invariant invariant : policies.invariants()) {
      breaches.put(invariant.id(), new ArrayList<>());
      tried.put(invariant.id(), 0);
    }
  }

  /**
   * Tries a decision.
   *
   * @param broken the invariants whose head spans the request, and whether a permit breaks them
   * @param permit whether it is permitted
   * @param breach what is told of a breach
   */
  void add(Map<String, Boolean> broken, boolean permit, Mismatch breach) {
    broken.forEach(
        (id, breaks) -> {
          tried.merge(id, 1, Integer::sum);
          if (permit && breaks) {
            breaches.computeIfAbsent(id, any -> new ArrayList<>()).add(breach);
          }
        });
  }

  List<InvariantOutcome> outcomes() {
    return breaches.entrySet().stream()
        .map(e -> new InvariantOutcome(e.getKey(), tried.getOrDefault(e.getKey(), 0), e.getValue()))
        .toList();
  }
}
