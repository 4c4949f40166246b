package dev.writ.core.decision;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What must be written, in one step, for a permit to be acted on: uses spent, limits counted,
 * labels set. A permit with a consumption is advisory until it is written.
 *
 * <p>Immutable; empty for a denial.
 *
 * @param spends one use each, sorted
 * @param charges what is counted, in order of limit and key
 * @param labels the labels that the session and its parents do not carry yet
 */
public record Consumption(List<Spend> spends, List<Charge> charges, SortedSet<String> labels) {

  /** Nothing. */
  public static final Consumption NONE =
      new Consumption(List.of(), List.of(), Collections.emptySortedSet());

  public Consumption {
    spends = spends.stream().sorted().toList();
    charges = List.copyOf(charges);
    labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
  }

  /** Whether a later decision may depend on its being written; counts of observed limits do not. */
  public boolean matters() {
    return !spends.isEmpty()
        || !labels.isEmpty()
        || charges.stream().anyMatch(charge -> !charge.observed());
  }
}
