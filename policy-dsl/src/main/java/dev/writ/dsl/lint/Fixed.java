package dev.writ.dsl.lint;

import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.SourceText;
import java.util.List;

/**
 * What came of fixing a policy set. Immutable.
 *
 * @param changed the texts that are other than before, by the names of those they replace
 * @param applied what was fixed, in the order in which it was; each with its fix, at its place in
 *     the text of that moment
 * @param refused what was not, and why
 * @param compilation the set as it is now
 * @param report what is found in it
 */
public record Fixed(
    List<SourceText> changed,
    List<Diagnostic> applied,
    List<RefusedFix> refused,
    Compilation compilation,
    LintReport report) {

  /** Copies the lists. */
  public Fixed {
    changed = List.copyOf(changed);
    applied = List.copyOf(applied);
    refused = List.copyOf(refused);
  }

  /**
   * A fix that was not applied.
   *
   * @param finding with its fix
   * @param reason why not
   */
  public record RefusedFix(Diagnostic finding, String reason) {}
}
