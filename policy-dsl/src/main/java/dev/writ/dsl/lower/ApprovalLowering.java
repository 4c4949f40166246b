package dev.writ.dsl.lower;

import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Quorum;
import dev.writ.dsl.ast.ApprovalTerms;
import dev.writ.dsl.ast.DurationLiteral;
import dev.writ.dsl.check.CheckedApproval;
import dev.writ.dsl.check.DeclarationKind;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lowers approvals and confirmations. */
final class ApprovalLowering {
  private final CaseLowering cases;

  ApprovalLowering(CaseLowering cases) {
    this.cases = cases;
  }

  private record Asked(Expr condition, Quorum quorum, List<Approval.Exclusion> exclusions) {}

  Approval approval(CheckedApproval checked) {
    ApprovalTerms terms = checked.terms();
    boolean consent = checked.declared().kind() == DeclarationKind.CONFIRMATION;
    return new Approval(
        checked.declared().id(),
        checked.declared().module(),
        consent ? Approval.Kind.CONFIRMATION : Approval.Kind.APPROVAL,
        slots(checked.cases()),
        checked.ignores(),
        millis(terms.decideWithin()),
        millis(terms.validFor()),
        terms.usesAtMost() == null ? 1 : (int) terms.usesAtMost().value(),
        terms.votesWithReason(),
        terms.openForEachPrincipal() == null ? 0 : (int) terms.openForEachPrincipal().value(),
        Annotations.of(checked.declared().declaration().annotations()));
  }

  private static long millis(@Nullable DurationLiteral length) {
    return Objects.requireNonNull(length, "length").millis();
  }

  private List<Approval.ApprovalCase> slots(List<CheckedApproval.Case> checked) {
    SlotGroups<Asked> groups = new SlotGroups<>();
    for (CheckedApproval.Case each : checked) {
      LocalNames locals = new LocalNames();
      QuorumLowering quorums = new QuorumLowering(cases, locals);
      Expr condition = cases.condition(each.condition(), locals);
      Quorum quorum = quorums.quorum(each.quorum());
      groups.add(
          CaseLowering.slot(each.slot()),
          new Asked(condition, quorum, quorums.exclusions(each.exclusions())));
    }
    return groups.cases(
        (slots, asked) ->
            new Approval.ApprovalCase(
                slots, asked.condition(), asked.quorum(), asked.exclusions()));
  }
}
