package dev.writ.dsl.lint;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Slot;
import dev.writ.dsl.ast.RuleDecl;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds permits that ask for nothing but types: no condition, and a head that names neither who nor
 * what.
 */
final class UnconditionalPermit implements Finding {
  private static final DiagnosticCode CODE = DiagnosticCode.NO_CONDITION;

  @Override
  public void find(LintedSet set, Consumer<Diagnostic> found) {
    Conjuncts conjuncts = new Conjuncts(set);
    for (Linted<Rule, RuleDecl> permit : set.deciding(Rule.RuleEffect.PERMIT)) {
      Rule rule = permit.meaning();
      List<Slot> open =
          rule.cases().stream()
              .filter(each -> conjuncts.written(rule.module(), each.condition()).isEmpty())
              .map(Case::slots)
              .flatMap(slots -> slots.stream())
              .toList();
      if (!open.isEmpty()) {
        found.accept(warning(permit.text(), open));
      }
    }
  }

  private static Diagnostic warning(Written<RuleDecl> permit, List<Slot> open) {
    String more = open.size() == 1 ? "" : ", and " + (open.size() - 1) + " more like it";
    return permit
        .warning(
            CODE,
            permit.declaration().head().span(),
            "nothing is asked of " + Phrases.slot(open.get(0)) + more)
        .withHelp("say with `when` who may, or on what" + Phrases.orAllow(CODE));
  }
}
