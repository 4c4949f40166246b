package dev.writ.dsl.lower;

import dev.writ.core.ir.Approval;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.check.CheckedCase;
import dev.writ.dsl.check.CheckedGrant;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Checks that a grant binds all that the approvals it needs read: what they approve is a grant, so
 * what is not bound does not exist for them.
 */
final class GrantNeeds {
  private final List<Approval> approvals;
  private final Diagnostics diagnostics;

  GrantNeeds(List<Approval> approvals, Diagnostics diagnostics) {
    this.approvals = approvals;
    this.diagnostics = diagnostics;
  }

  void check(List<CheckedGrant> grants) {
    grants.forEach(this::check);
  }

  private void check(CheckedGrant grant) {
    for (int i = 0; i < grant.needs().size(); i++) {
      String need = grant.needs().get(i);
      SortedSet<String> unbound = reads(need, grant);
      if (grant.binding() != null) {
        unbound.removeAll(grant.binding().fields());
        if (grant.binding().resource()) {
          unbound.remove("resource");
        }
      }
      if (!unbound.isEmpty()) {
        diagnostics.add(unbound(grant, grant.declared().declaration().needs().get(i), unbound));
      }
    }
  }

  private SortedSet<String> reads(String need, CheckedGrant grant) {
    SortedSet<String> reads = new TreeSet<>();
    for (Approval approval : approvals) {
      for (Approval.ApprovalCase asked :
          approval.id().equals(need) ? approval.cases() : List.<Approval.ApprovalCase>of()) {
        boolean meets =
            grant.cases().stream()
                .map(CheckedCase::slot)
                .anyMatch(slot -> asked.slots().contains(CaseLowering.slot(slot)));
        if (meets) {
          reads.addAll(RequestReads.of(asked));
        }
      }
    }
    return reads;
  }

  private static Diagnostic unbound(
      CheckedGrant grant, QualifiedName need, SortedSet<String> unbound) {
    String fields = "`" + String.join("`, `", unbound) + "`";
    return Diagnostic.error(
            DiagnosticCode.NEED_NOT_BOUND,
            grant.declared().scope().source(),
            need.span(),
            "approval `" + need.text() + "` reads " + fields + ", which this grant does not bind")
        .withHelp("add " + fields + " to `binds`, or write `binds all;`");
  }
}
