package dev.writ.dsl.lower;

import dev.writ.core.ir.Approval;
import dev.writ.dsl.ast.DottedPath;
import dev.writ.dsl.check.CheckedApproval;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Checks that no approval ignores what its clauses and exclusions read: votes given for one value
 * would otherwise hold for every other.
 */
final class IgnoredReads {
  private final List<Approval> approvals;
  private final Diagnostics diagnostics;

  IgnoredReads(List<Approval> approvals, Diagnostics diagnostics) {
    this.approvals = approvals;
    this.diagnostics = diagnostics;
  }

  void check(List<CheckedApproval> checked) {
    checked.forEach(this::check);
  }

  private void check(CheckedApproval checked) {
    SortedSet<String> reads = new TreeSet<>();
    approvals.stream()
        .filter(approval -> approval.id().equals(checked.declared().id()))
        .flatMap(approval -> approval.cases().stream())
        .forEach(each -> reads.addAll(RequestReads.of(each)));
    for (DottedPath path : checked.terms().ignores()) {
      if (reads.contains(path.text())) {
        diagnostics.add(
            Diagnostic.error(
                    DiagnosticCode.IGNORED_BUT_READ,
                    checked.declared().scope().source(),
                    path.span(),
                    "`" + checked.declared().name() + "` reads `" + path.text() + "`")
                .withHelp("leave it out of `ignores`, so that another value is another subject"));
      }
    }
  }
}
