package dev.writ.dsl.lint;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprChildren;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Slot;
import dev.writ.dsl.ast.RuleDecl;
import dev.writ.dsl.ast.TypePattern;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Finds permits that ask something of the request and nothing of who makes it. What counts as
 * asking is any use of the principal, its chain, its session, or of somebody's consent.
 */
final class OpenPrincipal implements Finding {
  private static final DiagnosticCode CODE = DiagnosticCode.ANY_PRINCIPAL;
  private static final Set<Expr.Root> WHO =
      EnumSet.of(Expr.Root.PRINCIPAL, Expr.Root.DELEGATOR, Expr.Root.ORIGIN, Expr.Root.SESSION);

  @Override
  public void find(LintedSet set, Consumer<Diagnostic> found) {
    Conjuncts conjuncts = new Conjuncts(set);
    for (Linted<Rule, RuleDecl> permit : set.deciding(Rule.RuleEffect.PERMIT)) {
      Set<String> open = new TreeSet<>();
      for (Case each : permit.meaning().cases()) {
        List<Expr> asked = conjuncts.written(permit.meaning().module(), each.condition());
        if (!asked.isEmpty() && asked.stream().noneMatch(OpenPrincipal::asksWho)) {
          each.slots().stream().map(Slot::principalType).forEach(open::add);
        }
      }
      if (!open.isEmpty()) {
        found.accept(warning(permit.text(), open));
      }
    }
  }

  private static boolean asksWho(Expr condition) {
    return ExprChildren.anyMatch(
        condition,
        expr ->
            (expr instanceof Expr.Var root && WHO.contains(root.root()))
                || expr instanceof Expr.HasDelegator
                || expr instanceof Expr.Approved
                || expr instanceof Expr.Confirmed
                || expr instanceof Expr.Granted);
  }

  private static Diagnostic warning(Written<RuleDecl> permit, Set<String> open) {
    List<TypePattern> by = permit.declaration().head().principals();
    Span span = by.get(0).span().to(by.get(by.size() - 1).span());
    return permit
        .warning(CODE, span, "this permit is for every " + Phrases.all(open))
        .withHelp(
            "ask something of `principal`, such as `principal in resource.team`"
                + Phrases.orAllow(CODE));
  }
}
