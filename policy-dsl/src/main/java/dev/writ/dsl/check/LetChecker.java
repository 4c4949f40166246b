package dev.writ.dsl.check;

import dev.writ.dsl.ast.LetDecl;
import dev.writ.dsl.check.expression.Problems;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Checks the bodies of a module's lets in their own heads, whether or not anything uses them. */
final class LetChecker {
  /** Whether approvals and labels may stand in a let shows only where it is used. */
  private static final Set<DiagnosticCode> LEFT_TO_USES =
      EnumSet.of(DiagnosticCode.APPROVAL_WOULD_NARROW, DiagnosticCode.LABEL_WOULD_WIDEN);

  private final SetContext context;

  LetChecker(SetContext context) {
    this.context = context;
  }

  void check(Declared<LetDecl> declared) {
    SpannedHead head = context.decisions().head(declared.id());
    if (head == null || context.isTainted(declared)) {
      return;
    }
    Diagnostics found = new Diagnostics();
    context.eachSlot(
        head,
        List.of(),
        new Problems(found, declared.scope().source()),
        slot -> slot.value(declared.declaration().value(), null) != null);
    for (Diagnostic diagnostic : found.sorted()) {
      if (!LEFT_TO_USES.contains(diagnostic.code())) {
        context.diagnostics().add(diagnostic);
      }
    }
  }
}
