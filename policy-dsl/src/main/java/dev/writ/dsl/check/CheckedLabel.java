package dev.writ.dsl.check;

import dev.writ.dsl.ast.LabelDecl;
import java.util.List;

/**
 * A label.
 *
 * @param declared what is written
 * @param cases after which requests it is set, by slot
 */
public record CheckedLabel(Declared<LabelDecl> declared, List<CheckedCase> cases) {

  /** Copies the list. */
  public CheckedLabel {
    cases = List.copyOf(cases);
  }
}
