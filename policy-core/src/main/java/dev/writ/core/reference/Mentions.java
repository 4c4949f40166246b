package dev.writ.core.reference;

import dev.writ.core.decision.Remedy.Kind;
import dev.writ.core.decision.Remedy.Step;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprChildren;
import dev.writ.core.ir.Limit.LimitCase;
import dev.writ.core.ir.PolicySet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which approvals, confirmations and grants the rules that speak on a request ask for. */
final class Mentions {
  private final List<Expr> conditions;

  private Mentions(List<Expr> conditions) {
    this.conditions = conditions;
  }

  /** Those of the rules, scopes, limits and templates with a case on some view of the request. */
  static Mentions on(PolicySet policies, Asked asked) {
    Stream<Case> cases =
        Stream.of(
                policies.rules().stream().flatMap(rule -> rule.cases().stream()),
                policies.scopes().stream()
                    .flatMap(scope -> scope.clauses().stream())
                    .flatMap(clause -> clause.cases().stream()),
                policies.grants().stream().flatMap(grant -> grant.cases().stream()))
            .flatMap(all -> all);
    Stream<LimitCase> limits = policies.limits().stream().flatMap(limit -> limit.cases().stream());
    return new Mentions(
        Stream.concat(
                cases.filter(text -> !asked.spanned(text.slots()).isEmpty()).map(Case::condition),
                limits
                    .filter(text -> !asked.spanned(text.slots()).isEmpty())
                    .map(LimitCase::exempt))
            .toList());
  }

  /** Whether one of them asks for this. */
  boolean of(Kind kind, String id) {
    Step step = new Step(kind, id);
    return conditions.stream()
        .anyMatch(condition -> ExprChildren.anyMatch(condition, expr -> step.equals(asked(expr))));
  }

  private static @Nullable Step asked(Expr expr) {
    if (expr instanceof Expr.Approved approved) {
      return new Step(Kind.APPROVAL, approved.approval());
    }
    if (expr instanceof Expr.Confirmed confirmed) {
      return new Step(Kind.CONFIRMATION, confirmed.confirmation());
    }
    return expr instanceof Expr.Granted granted ? new Step(Kind.GRANT, granted.grant()) : null;
  }
}
