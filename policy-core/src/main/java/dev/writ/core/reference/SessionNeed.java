package dev.writ.core.reference;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprChildren;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Scope;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What names {@code session} and speaks on some view of a request: rules, scopes, limits and
 * labels, those under {@code observe} aside. A label names the session it is put on.
 */
final class SessionNeed {
  private final Asked asked;

  private SessionNeed(Asked asked) {
    this.asked = asked;
  }

  /** The ids of the declarations without which the request would need no session. */
  static SortedSet<String> of(PolicySet policies, Asked asked) {
    SessionNeed need = new SessionNeed(asked);
    SortedSet<String> ids = new TreeSet<>();
    policies.rules().stream()
        .filter(rule -> !rule.observed() && need.inCases(rule.cases()))
        .forEach(rule -> ids.add(rule.id()));
    policies.scopes().stream()
        .filter(
            scope -> scope.clauses().stream().map(Scope.MayClause::cases).anyMatch(need::inCases))
        .forEach(scope -> ids.add(scope.id()));
    policies.limits().stream()
        .filter(limit -> !limit.observed() && need.inLimit(limit))
        .forEach(limit -> ids.add(limit.id()));
    policies.labels().stream()
        .filter(label -> need.spanned(label.cases()).findAny().isPresent())
        .forEach(label -> ids.add(label.id()));
    return ids;
  }

  private Stream<Case> spanned(List<Case> cases) {
    return cases.stream().filter(text -> !asked.spanned(text.slots()).isEmpty());
  }

  private boolean inCases(List<Case> cases) {
    return spanned(cases)
        .anyMatch(
            text ->
                names(text.condition())
                    || text.obligations().stream()
                        .flatMap(call -> call.arguments().stream())
                        .anyMatch(SessionNeed::names));
  }

  private boolean inLimit(Limit limit) {
    return limit.cases().stream()
        .filter(text -> !asked.spanned(text.slots()).isEmpty())
        .anyMatch(
            text ->
                limit.window() instanceof Limit.Window.SessionLife
                    || inKey(text.key())
                    || Stream.of(text.counts(), text.exempt(), text.amount())
                        .anyMatch(SessionNeed::names));
  }

  private static boolean inKey(Limit.Key key) {
    return !(key instanceof Limit.Key.EntityKey path) || names(path.entity());
  }

  private static boolean names(Expr expr) {
    return ExprChildren.anyMatch(
        expr,
        part ->
            part instanceof Expr.Labelled
                || (part instanceof Expr.Var word && word.root() == Expr.Root.SESSION));
  }
}
