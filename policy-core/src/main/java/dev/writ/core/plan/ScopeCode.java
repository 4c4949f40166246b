package dev.writ.core.plan;

import dev.writ.core.decision.Combination.Ceiling;
import dev.writ.core.decision.Truth;
import java.util.List;

/**
 * A scope as it speaks in one slice.
 *
 * @param id its id
 * @param onlyAsDelegate whether it asks for a delegator
 * @param names whether its {@code for} names the member
 * @param guard whether the resource lies where its module reaches
 * @param clauses its clauses
 */
record ScopeCode(String id, boolean onlyAsDelegate, Node names, Node guard, List<Clause> clauses) {
  ScopeCode {
    clauses = List.copyOf(clauses);
  }

  /** A {@code may} or {@code may as delegate}. */
  record Clause(boolean asDelegate, Node condition) {}

  /** What it comes to for the member whose view this is. */
  Ceiling ceiling(Judge judge, View view) {
    Truth applies = applies(judge, view);
    Truth may = Truth.FALSE;
    Truth delegate = Truth.FALSE;
    for (Clause clause : clauses) {
      boolean heard = !clause.asDelegate() || view.delegator != null;
      if (applies != Truth.FALSE && heard) {
        Truth truth = judge.truth(id, clause.condition(), view);
        may = may.or(truth);
        delegate = clause.asDelegate() ? delegate.or(truth) : delegate;
      }
    }
    return new Ceiling(applies, onlyAsDelegate, may, delegate);
  }

  private Truth applies(Judge judge, View view) {
    Truth named = judge.truth(id, names, view);
    Truth inside = judge.truth(id, guard, view);
    return named == Truth.ERROR || inside == Truth.ERROR ? Truth.ERROR : named.and(inside);
  }

  /** Whether a scope of this ceiling keeps the member out. */
  static boolean denies(Ceiling ceiling, boolean delegated) {
    boolean lets =
        ceiling.applies() == Truth.TRUE
            && ceiling.may() == Truth.TRUE
            && (delegated || !ceiling.onlyAsDelegate());
    return ceiling.applies() != Truth.FALSE && !lets;
  }
}
