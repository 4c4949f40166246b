package dev.writ.dsl.lint;

import dev.writ.core.ir.PolicySet;
import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.source.Diagnostics;
import java.util.List;

/**
 * Looks through a compiled policy set for what is allowed and probably not meant.
 *
 * <pre>{@code
 * Compilation compilation = WritCompiler.compile(Path.of("policies"));
 * LintReport report = Linter.standard().lint(compilation);
 * }</pre>
 *
 * <p>Immutable and safe to use from several threads.
 */
public final class Linter {
  private final List<Finding> findings;

  private Linter(List<Finding> findings) {
    this.findings = List.copyOf(findings);
  }

  /** Returns a linter with every finding that needs no proof. */
  public static Linter standard() {
    return new Linter(
        List.of(
            new NeverMatches(),
            new ShadowedRule(),
            new UnconditionalPermit(),
            new OpenPrincipal(),
            new UnboundedScope(),
            new UnusableMay(),
            new OutOfEveryScope(),
            new UnfillableApproval(),
            new OverlappingVoters(),
            new OwnerMayApprove(),
            new OptionalChain(),
            new NobodyOwns(),
            new CallersWord(),
            new UnusedDeclaration(),
            new ConfusableText(),
            new SwitchedOff(),
            new VacuousEvery()));
  }

  /** Returns what is found; in files that do not compile, nothing. */
  public LintReport lint(Compilation compilation) {
    return compilation
        .policySet()
        .map(policies -> lint(policies, compilation))
        .orElse(LintReport.CLEAN);
  }

  private LintReport lint(PolicySet policies, Compilation compilation) {
    LintedSet set = new LintedSet(policies, compilation.files());
    Diagnostics found = new Diagnostics();
    findings.forEach(finding -> finding.find(set, found::add));
    return new Allowances(compilation.files()).sort(found.sorted());
  }
}
