package dev.writ.core.reference;

import dev.writ.core.decision.EvaluationError;
import dev.writ.core.decision.Truth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What evaluating one condition brought to light beside its value: faults, and the instants at
 * which a time condition in it changes. Mutable, for one condition.
 */
final class Notes implements Faults {
  private final List<Fault> faults = new ArrayList<>();
  private final SortedSet<Long> changes = new TreeSet<>();

  @Override
  public Result fail(Fault.Kind kind, String detail) {
    faults.add(new Fault(kind, detail));
    return Result.error();
  }

  /** Notes that a time condition changes at this instant, epoch milliseconds. */
  void changesAt(long millis) {
    changes.add(millis);
  }

  /** The noted instants. */
  SortedSet<Long> changes() {
    return Collections.unmodifiableSortedSet(changes);
  }

  /**
   * What a decision lists of the faults. A value that is missing behind a guard that is false is no
   * error of the language, so it is left out unless the condition itself came to one.
   */
  List<EvaluationError> errors(String rule, Truth outcome) {
    return faults.stream()
        .filter(f -> outcome == Truth.ERROR || f.kind() != Fault.Kind.MISSING_VALUE)
        .map(f -> f.in(rule))
        .toList();
  }
}
