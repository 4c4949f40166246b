package dev.writ.dsl.lint;

import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.Severity;
import java.util.List;

/**
 * What was found in a policy set. Immutable.
 *
 * @param findings what nobody accepted, by file and place; those with the severity of an error
 *     stand against a bundle
 * @param suppressed what an {@code @allow} accepts, by file and place
 */
public record LintReport(List<Diagnostic> findings, List<SuppressedFinding> suppressed) {

  /** The report on a set in which nothing was found. */
  public static final LintReport CLEAN = new LintReport(List.of(), List.of());

  /** Copies the lists. */
  public LintReport {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
  }

  /** Returns whether there is no finding that is not accepted. */
  public boolean isClean() {
    return findings.isEmpty();
  }

  /** Returns whether a finding stands against a bundle. */
  public boolean refusesBundle() {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
