package dev.writ.dsl.check;

import dev.writ.core.model.EntityId;
import dev.writ.dsl.ast.MayClause;
import dev.writ.dsl.ast.OnlyAsDelegate;
import dev.writ.dsl.ast.ScopeClause;
import dev.writ.dsl.ast.ScopeClauseVisitor;
import dev.writ.dsl.ast.ScopeDecl;
import dev.writ.dsl.check.expression.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks scopes. */
final class ScopeChecker {
  private final SetContext context;
  private final CheckedSink sink;

  ScopeChecker(SetContext context, CheckedSink sink) {
    this.context = context;
    this.sink = sink;
  }

  void check(Declared<ScopeDecl> declared) {
    FileScope scope = declared.scope();
    if (context.isTainted(declared)) {
      return;
    }
    int before = context.diagnostics().size();
    EntityId guard = context.guard(scope);
    List<CheckedPattern> subjects =
        new PatternResolver(context, scope).resolve(declared.declaration().subjects());
    if (context.diagnostics().size() > before) {
      return;
    }
    Problems problems = context.problems(scope);
    Clauses clauses = new Clauses(scope, HeadRules.may(guard, types(subjects)), problems);
    for (ScopeClause clause : declared.declaration().clauses()) {
      clause.accept(clauses);
    }
    if (context.diagnostics().size() == before) {
      sink.scope(
          new CheckedScope(declared, subjects, guard, clauses.onlyAsDelegate, clauses.found));
    }
  }

  private static Set<String> types(List<CheckedPattern> subjects) {
    return subjects.stream().map(CheckedPattern::type).collect(Collectors.toSet());
  }

  private final class Clauses implements ScopeClauseVisitor<Boolean> {
    private final FileScope scope;
    private final HeadRules rules;
    private final Problems problems;
    private final List<CheckedScope.May> found = new ArrayList<>();
    private boolean onlyAsDelegate;

    Clauses(FileScope scope, HeadRules rules, Problems problems) {
      this.scope = scope;
      this.rules = rules;
      this.problems = problems;
    }

    @Override
    public Boolean visitMay(MayClause node) {
      SpannedHead head = context.heads().resolve(node.head(), scope, rules);
      if (head == null) {
        return false;
      }
      List<CheckedCase> cases =
          context.eachSlot(
              head.withoutGuard(), node.condition().lets(), problems, slot -> slotCase(slot, node));
      found.add(new CheckedScope.May(node.asDelegate(), cases));
      return true;
    }

    private CheckedCase slotCase(SlotExpressions slot, MayClause node) {
      SlotExpressions inside = node.asDelegate() ? slot.withDelegator() : slot;
      return CaseChecker.check(
          context, inside, node.condition(), Polarity.WIDENING, List.of(), true);
    }

    @Override
    public Boolean visitOnlyAsDelegate(OnlyAsDelegate node) {
      onlyAsDelegate = true;
      return true;
    }
  }
}
