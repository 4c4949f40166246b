package dev.writ.dsl.compile;

import dev.writ.core.ir.PolicySet;
import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.check.CheckedTest;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.Severity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of compiling: a policy set, or errors. Warnings may stand beside either. Immutable. */
public final class Compilation {
  private final @Nullable PolicySet policySet;
  private final List<CheckedTest> tests;
  private final List<PolicyFile> files;
  private final List<Diagnostic> diagnostics;

  Compilation(
      @Nullable PolicySet policySet,
      List<CheckedTest> tests,
      List<PolicyFile> files,
      List<Diagnostic> diagnostics) {
    this.policySet = policySet;
    this.tests = List.copyOf(tests);
    this.files = List.copyOf(files);
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** Returns whether there is a policy set. */
  public boolean isSuccess() {
    return policySet != null;
  }

  /** Returns the policy set, or nothing where there are errors. */
  public Optional<PolicySet> policySet() {
    return Optional.ofNullable(policySet);
  }

  /**
   * Returns the policy set.
   *
   * @throws PolicyCompileException if there are errors
   */
  public PolicySet orThrow() {
    if (policySet == null) {
      throw new PolicyCompileException(diagnostics);
    }
    return policySet;
  }

  /** Returns the tests of the set, by id; none where there are errors. */
  public List<CheckedTest> tests() {
    return tests;
  }

  /** Returns the trees of the files; what has errors may be missing in them. */
  public List<PolicyFile> files() {
    return files;
  }

  /** Returns errors and warnings, by file and place. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** Returns the errors, by file and place. */
  public List<Diagnostic> errors() {
    return only(Severity.ERROR);
  }

  /** Returns the warnings, by file and place. */
  public List<Diagnostic> warnings() {
    return only(Severity.WARNING);
  }

  private List<Diagnostic> only(Severity severity) {
    return diagnostics.stream().filter(each -> each.severity() == severity).toList();
  }
}
