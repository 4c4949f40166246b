package dev.writ.dsl.lower;

import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Quorum;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.ListLiteral;
import dev.writ.dsl.check.CheckedExclusion;
import dev.writ.dsl.check.CheckedExpression;
import dev.writ.dsl.check.CheckedQuorum;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lowers the clauses of approvals and reviews, and exclusions. */
final class QuorumLowering {
  private final CaseLowering cases;
  private final LocalNames locals;

  QuorumLowering(CaseLowering cases, LocalNames locals) {
    this.cases = cases;
    this.locals = locals;
  }

  Quorum quorum(@Nullable CheckedQuorum quorum) {
    return quorum == null
        ? Quorum.NONE
        : new Quorum(quorum.all(), quorum.clauses().stream().map(this::clause).toList());
  }

  private Quorum.Clause clause(CheckedQuorum.Votes votes) {
    CheckedQuorum.ForEach each = votes.forEach();
    Quorum.ForEach forEach = null;
    if (each != null) {
      Expr set = cases.lower(each.set(), locals);
      forEach = new Quorum.ForEach(locals.declare(each.variable()), set);
    }
    return new Quorum.Clause(
        votes.count(),
        votes.types(),
        membership(votes.membership()),
        cases.lowerOrNull(votes.when(), locals),
        votes.vetoAt(),
        forEach);
  }

  private Quorum.@Nullable Membership membership(CheckedQuorum.@Nullable Membership membership) {
    if (membership == null) {
      return null;
    }
    CheckedExpression group = membership.group();
    List<Expression> groups =
        group.expression() instanceof ListLiteral list
            ? list.elements()
            : List.of(group.expression());
    return new Quorum.Membership(
        membership.in(),
        groups.stream()
            .map(each -> cases.lower(new CheckedExpression(each, group.facts()), locals))
            .toList());
  }

  List<Approval.Exclusion> exclusions(List<CheckedExclusion> exclusions) {
    return exclusions.stream().map(this::exclusion).toList();
  }

  private Approval.Exclusion exclusion(CheckedExclusion exclusion) {
    Expr onlyIf = cases.lowerOrNull(exclusion.onlyIf(), locals);
    return new Approval.Exclusion(
        cases.lower(exclusion.who(), locals),
        exclusion.members(),
        onlyIf == null ? Expr.yes() : onlyIf);
  }
}
