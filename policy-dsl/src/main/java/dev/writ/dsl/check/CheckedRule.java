package dev.writ.dsl.check;

import dev.writ.dsl.ast.RuleDecl;
import java.util.List;

/**
 * A permit or forbid.
 *
 * @param declared what is written
 * @param cases what it says, by slot
 */
public record CheckedRule(Declared<RuleDecl> declared, List<CheckedCase> cases) {

  /** Copies the list. */
  public CheckedRule {
    cases = List.copyOf(cases);
  }
}
