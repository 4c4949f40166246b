package dev.writ.core.ir;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who may suspend entities of some types, and who may lift that.
 *
 * @param module the module that declares it, one without a guard
 * @param types what can be suspended
 * @param by who may suspend
 * @param liftedBy who may lift; empty means those who may suspend
 */
public record Suspend(
    String module, SortedSet<String> types, List<Actor> by, List<Actor> liftedBy) {
  public Suspend {
    Objects.requireNonNull(module, "module");
    types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
    by = List.copyOf(by);
    liftedBy = List.copyOf(liftedBy);
  }
}
