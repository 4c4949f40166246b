package dev.writ.core.plan;

import dev.writ.core.decision.EvaluationError;
import dev.writ.core.decision.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What could not be evaluated in a careful run. Mutable, for one decision and one thread. */
final class Findings {
  private final SortedSet<EvaluationError> errors = new TreeSet<>();
  private final List<Fault> open = new ArrayList<>();

  private record Fault(FaultKind kind, String detail) {}

  void note(FaultKind kind, String detail) {
    open.add(new Fault(kind, detail));
  }

  /** Where notes stand that an expression inside another adds from here on. */
  int mark() {
    return open.size();
  }

  /**
   * Lists what was noted since the mark under the declaration. A value that is missing behind a
   * guard that is false is no error of the language, so it is left out unless the expression itself
   * came to one.
   */
  void keep(String declaration, Truth outcome, int mark) {
    for (Fault fault : open.subList(mark, open.size())) {
      if (outcome == Truth.ERROR || fault.kind() != FaultKind.MISSING_VALUE) {
        errors.add(new EvaluationError(declaration, fault.kind().word, fault.detail()));
      }
    }
    open.subList(mark, open.size()).clear();
  }

  /** Lists what a declaration ran into outside an expression. */
  void list(String declaration, FaultKind kind, String detail) {
    errors.add(new EvaluationError(declaration, kind.word, detail));
  }

  /** Lists these too. */
  void addAll(List<EvaluationError> others) {
    errors.addAll(others);
  }

  /** Everything listed so far. */
  List<EvaluationError> errors() {
    return List.copyOf(errors);
  }
}
