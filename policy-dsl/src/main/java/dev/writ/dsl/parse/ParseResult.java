package dev.writ.dsl.parse;

import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.Severity;
import java.util.List;

/**
 * What came of a text: a tree, and what is wrong with it.
 *
 * <p>Where there are errors the tree holds what could be understood, for further diagnostics only;
 * it must not be compiled.
 *
 * @param file the tree
 * @param diagnostics what is wrong, in the order of the text
 */
public record ParseResult(PolicyFile file, List<Diagnostic> diagnostics) {

  /** Copies the list. */
  public ParseResult {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Returns whether an error is among the diagnostics. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }
}
