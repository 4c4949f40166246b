package dev.writ.dsl.check;

import dev.writ.dsl.ast.InvariantDecl;
import java.util.List;

/**
 * An invariant.
 *
 * @param declared what is written
 * @param cases the statement, by slot
 */
public record CheckedInvariant(Declared<InvariantDecl> declared, List<CheckedCase> cases) {

  /** Copies the list. */
  public CheckedInvariant {
    cases = List.copyOf(cases);
  }
}
