package dev.writ.dsl.check;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who may suspend what.
 *
 * @param module the module that declares it
 * @param types what can be suspended
 * @param by who may suspend
 * @param liftedBy who may lift; empty for those who may suspend
 */
public record CheckedSuspend(
    String module, SortedSet<String> types, List<CheckedActor> by, List<CheckedActor> liftedBy) {

  /** Copies the collections. */
  public CheckedSuspend {
    types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
    by = List.copyOf(by);
    liftedBy = List.copyOf(liftedBy);
  }
}
