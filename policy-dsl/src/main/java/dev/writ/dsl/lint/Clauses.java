package dev.writ.dsl.lint;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.Invariant;
import dev.writ.core.ir.Label;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Scope;
import dev.writ.dsl.ast.GrantDecl;
import dev.writ.dsl.ast.InvariantDecl;
import dev.writ.dsl.ast.LabelDecl;
import dev.writ.dsl.ast.LimitDecl;
import dev.writ.dsl.ast.MayClause;
import dev.writ.dsl.ast.Permits;
import dev.writ.dsl.ast.RuleDecl;
import dev.writ.dsl.ast.ScopeDecl;
import java.util.ArrayList;
import java.util.List;

/** Gathers every head with a condition. */
final class Clauses {
  private final List<Clause> found = new ArrayList<>();

  private Clauses() {}

  /** Returns the clauses of a set, those of a scope in its order. */
  static List<Clause> of(LintedSet set) {
    Clauses clauses = new Clauses();
    set.rules().forEach(clauses::rule);
    set.scopes().forEach(scope -> clauses.found.addAll(of(scope)));
    set.grants().forEach(clauses::grant);
    set.labels().forEach(clauses::label);
    set.limits().forEach(clauses::limit);
    set.invariants().forEach(clauses::invariant);
    return List.copyOf(clauses.found);
  }

  private void rule(Linted<Rule, RuleDecl> rule) {
    RuleDecl written = rule.text().declaration();
    boolean permit = rule.meaning().effect() == Rule.RuleEffect.PERMIT;
    found.add(
        new Clause(
            permit ? Clause.Kind.PERMIT : Clause.Kind.FORBID,
            rule.meaning().observed(),
            rule.meaning().module(),
            rule.text(),
            written.head(),
            written.condition(),
            rule.meaning().cases()));
  }

  /** Returns the clauses of one scope, in order. */
  static List<Clause> of(Linted<Scope, ScopeDecl> scope) {
    List<MayClause> written =
        scope.text().declaration().clauses().stream()
            .filter(MayClause.class::isInstance)
            .map(MayClause.class::cast)
            .toList();
    List<Clause> clauses = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      clauses.add(
          new Clause(
              written.get(i).asDelegate() ? Clause.Kind.MAY_AS_DELEGATE : Clause.Kind.MAY,
              false,
              scope.meaning().module(),
              scope.text(),
              written.get(i).head(),
              written.get(i).condition(),
              scope.meaning().clauses().get(i).cases()));
    }
    return clauses;
  }

  private void grant(Linted<GrantTemplate, GrantDecl> grant) {
    Permits written = grant.text().declaration().permits();
    if (written != null) {
      found.add(
          new Clause(
              Clause.Kind.GRANT,
              false,
              grant.meaning().module(),
              grant.text(),
              written.head(),
              written.condition(),
              grant.meaning().cases()));
    }
  }

  private void label(Linted<Label, LabelDecl> label) {
    LabelDecl written = label.text().declaration();
    found.add(
        new Clause(
            Clause.Kind.LABEL,
            false,
            label.meaning().module(),
            label.text(),
            written.head(),
            written.condition(),
            label.meaning().cases()));
  }

  private void limit(Linted<Limit, LimitDecl> limit) {
    LimitDecl written = limit.text().declaration();
    found.add(
        new Clause(
            Clause.Kind.LIMIT,
            limit.meaning().observed(),
            limit.meaning().module(),
            limit.text(),
            written.head(),
            written.condition(),
            limit.meaning().cases().stream()
                .map(each -> new Case(each.slots(), each.counts(), List.of()))
                .toList()));
  }

  private void invariant(Linted<Invariant, InvariantDecl> invariant) {
    InvariantDecl written = invariant.text().declaration();
    found.add(
        new Clause(
            Clause.Kind.INVARIANT,
            false,
            invariant.meaning().module(),
            invariant.text(),
            written.head(),
            written.condition(),
            invariant.meaning().cases().stream()
                .map(each -> new Case(each.slots(), each.when(), List.of()))
                .toList()));
  }
}
