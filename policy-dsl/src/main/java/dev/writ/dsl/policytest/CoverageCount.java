package dev.writ.dsl.policytest;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Scope;
import dev.writ.core.reference.ClauseReading;
import dev.writ.core.reference.ClauseReading.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts how the tests reached each rule and clause of a set. Not safe for several threads. */
final class CoverageCount {
  /** What can be reached. */
  private record Line(Kind kind, String id) {}

  private final Map<Line, Set<Truth>> seen = new LinkedHashMap<>();
  private final Set<Line> conditional = new HashSet<>();

  CoverageCount(PolicySet policies) {
    rules(policies, Rule.RuleEffect.PERMIT, Kind.PERMIT);
    rules(policies, Rule.RuleEffect.FORBID, Kind.FORBID);
    for (Scope scope : policies.scopes()) {
      for (int clause = 1; clause <= scope.clauses().size(); clause++) {
        Scope.MayClause may = scope.clauses().get(clause - 1);
        expect(Kind.MAY, scope.id() + " #" + clause, may.asDelegate() || conditional(may.cases()));
      }
    }
    policies.limits().forEach(limit -> expect(Kind.LIMIT, limit.id(), true));
    policies.grants().forEach(grant -> expect(Kind.GRANT, grant.id(), true));
    approvals(policies, Approval.Kind.APPROVAL, Kind.APPROVAL);
    approvals(policies, Approval.Kind.CONFIRMATION, Kind.CONFIRMATION);
    policies.labels().forEach(label -> expect(Kind.LABEL, label.id(), conditional(label.cases())));
  }

  private void rules(PolicySet policies, Rule.RuleEffect effect, Kind kind) {
    policies.rules().stream()
        .filter(rule -> rule.effect() == effect)
        .forEach(rule -> expect(kind, rule.id(), conditional(rule.cases())));
  }

  private void approvals(PolicySet policies, Approval.Kind declared, Kind kind) {
    policies.approvals().stream()
        .filter(approval -> approval.kind() == declared)
        .forEach(approval -> expect(kind, approval.id(), true));
  }

  private static boolean conditional(List<Case> cases) {
    return cases.stream().anyMatch(each -> !each.condition().equals(Expr.yes()));
  }

  private void expect(Kind kind, String id, boolean mayFail) {
    Line line = new Line(kind, id);
    seen.put(line, EnumSet.noneOf(Truth.class));
    if (mayFail) {
      conditional.add(line);
    }
  }

  void add(List<ClauseReading> readings) {
    for (ClauseReading reading : readings) {
      seen.computeIfAbsent(
              new Line(reading.kind(), reading.id()), line -> EnumSet.noneOf(Truth.class))
          .add(reading.truth());
    }
  }

  List<CoverageLine> lines() {
    List<CoverageLine> lines = new ArrayList<>();
    seen.forEach(
        (line, truths) ->
            lines.add(
                new CoverageLine(
                    line.kind().word(),
                    line.id(),
                    truths.contains(Truth.TRUE),
                    truths.contains(Truth.FALSE),
                    conditional.contains(line))));
    return lines;
  }
}
