package dev.writ.core.slice;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.Scope;
import java.util.List;
import java.util.Objects;

/**
 * A scope that names the type of who acts, and those of its clauses that speak in one slice. One
 * without clauses there still bounds: it lets nothing through.
 *
 * @param scope the scope
 * @param clauses its clauses, in their order
 */
public record ScopePassage(Scope scope, List<Clause> clauses) {
  public ScopePassage {
    Objects.requireNonNull(scope, "scope");
    clauses = List.copyOf(clauses);
  }

  /**
   * A clause of a scope.
   *
   * @param asDelegate whether it is a {@code may as delegate}
   * @param text the case that speaks in the slice
   */
  public record Clause(boolean asDelegate, Case text) {
    public Clause {
      Objects.requireNonNull(text, "text");
    }
  }
}
