package dev.writ.dsl.check;

import dev.writ.core.model.EntityId;
import dev.writ.dsl.ast.ScopeDecl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scope.
 *
 * @param declared what is written
 * @param subjects to whom it applies
 * @param guard the entity that the resource must lie in for it to apply, or null
 * @param onlyAsDelegate whether it says {@code only as delegate}
 * @param clauses what it lets through
 */
public record CheckedScope(
    Declared<ScopeDecl> declared,
    List<CheckedPattern> subjects,
    @Nullable EntityId guard,
    boolean onlyAsDelegate,
    List<May> clauses) {

  /** Copies the lists. */
  public CheckedScope {
    subjects = List.copyOf(subjects);
    clauses = List.copyOf(clauses);
  }

  /**
   * A {@code may}.
   *
   * @param asDelegate whether it says {@code as delegate}
   * @param cases what it says, by slot
   */
  public record May(boolean asDelegate, List<CheckedCase> cases) {

    /** Copies the list. */
    public May {
      cases = List.copyOf(cases);
    }
  }
}
