package dev.writ.dsl.lint;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.EntityPattern;
import dev.writ.core.ir.Scope;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.ActionDef;
import dev.writ.core.model.Schema;
import dev.writ.dsl.ast.ScopeDecl;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Finds scopes that let through, without a condition, all that their subjects can ask for. */
final class UnboundedScope implements Finding {
  private static final DiagnosticCode CODE = DiagnosticCode.UNBOUNDED_SCOPE;

  @Override
  public void find(LintedSet set, Consumer<Diagnostic> found) {
    for (Linted<Scope, ScopeDecl> scope : set.scopes()) {
      if (boundsNothing(scope.meaning(), set.schema())) {
        found.accept(
            scope
                .text()
                .warning(
                    CODE,
                    scope.text().declaration().name().span(),
                    "scope " + Phrases.quote(scope.meaning().id()) + " bounds nothing")
                .withHelp(
                    "leave out what is not needed, or give a `may` its `when`"
                        + Phrases.orAllow(CODE)));
      }
    }
  }

  private static boolean boundsNothing(Scope scope, Schema schema) {
    Set<Slot> open = new HashSet<>();
    for (Scope.MayClause clause : scope.clauses()) {
      for (Case each : clause.cases()) {
        if (!clause.asDelegate() && Conjuncts.of(each.condition()).isEmpty()) {
          open.addAll(each.slots());
        }
      }
    }
    return !scope.onlyAsDelegate() && !open.isEmpty() && open.containsAll(askable(scope, schema));
  }

  private static Set<Slot> askable(Scope scope, Schema schema) {
    Set<Slot> slots = new HashSet<>();
    for (EntityPattern subject : scope.subjects()) {
      for (ActionDef action : schema.actions().values()) {
        for (String principal : subject.types()) {
          if (action.principalTypes().contains(principal)) {
            action
                .resourceTypes()
                .forEach(resource -> slots.add(new Slot(action.name(), principal, resource)));
          }
        }
      }
    }
    return slots;
  }
}
