package dev.writ.dsl.lint;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Slot;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds clauses of scopes that nobody can make use of, since no permit or grant is for what they
 * let through. A {@code may as delegate} can be used by whoever acts for somebody who is permitted.
 */
final class UnusableMay implements Finding {
  private static final DiagnosticCode CODE = DiagnosticCode.UNUSABLE_MAY;

  @Override
  public void find(LintedSet set, Consumer<Diagnostic> found) {
    Authority authority = new Authority(set);
    for (Authority.Ceiling ceiling : authority.ceilings()) {
      Clause clause = ceiling.clause();
      if (!NeverMatches.isNever(clause)
          && clause.cases().stream().noneMatch(each -> isUsable(each, ceiling, authority))) {
        found.accept(warning(clause, authority));
      }
    }
  }

  private static boolean isUsable(Case each, Authority.Ceiling ceiling, Authority authority) {
    Expr condition = new Expr.And(List.of(ceiling.applies(), each.condition()));
    boolean delegate = ceiling.clause().kind() == Clause.Kind.MAY_AS_DELEGATE;
    return each.slots().stream()
        .anyMatch(
            slot ->
                authority.isPermitted(slot, condition)
                    || (delegate && authority.isPermittedToSomebody(slot, condition)));
  }

  private static Diagnostic warning(Clause clause, Authority authority) {
    Slot slot = clause.cases().get(0).slots().first();
    boolean others = authority.isPermittedToSomebody(slot, Expr.yes());
    boolean may = clause.kind() == Clause.Kind.MAY;
    return clause
        .text()
        .warning(
            CODE,
            clause.head().span(),
            may
                ? "no permit or grant for " + Phrases.quote(slot.principalType()) + " can use this"
                : "nobody is permitted what this lets through")
        .withHelp(help(slot, may && others, authority.isPermitted(slot)));
  }

  private static String help(Slot slot, boolean others, boolean elsewhere) {
    if (elsewhere) {
      return "what permits " + Phrases.slot(slot) + " excludes this: widen it, or leave this out";
    }
    return others
        ? "permit "
            + Phrases.slot(slot)
            + ", or write `may as delegate` where it acts for somebody who is permitted"
        : "permit " + Phrases.slot(slot) + ", or leave this out";
  }
}
