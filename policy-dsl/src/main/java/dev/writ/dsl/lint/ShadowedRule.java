package dev.writ.dsl.lint;

import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds permits, forbids and clauses of a scope that add nothing to another one of the same kind:
 * their head lies in its head, and they ask all that it asks. One that carries an obligation or a
 * sentence of its own adds that.
 */
final class ShadowedRule implements Finding {
  private static final DiagnosticCode CODE = DiagnosticCode.SHADOWED_RULE;

  @Override
  public void find(LintedSet set, Consumer<Diagnostic> found) {
    for (Clause.Kind kind : List.of(Clause.Kind.PERMIT, Clause.Kind.FORBID)) {
      List<Clause> rules =
          set.clauses().stream().filter(each -> each.kind() == kind && isAlive(each)).toList();
      report(rules, found);
    }
    for (List<Clause> scope : set.clausesOfScopes()) {
      for (Clause.Kind kind : List.of(Clause.Kind.MAY, Clause.Kind.MAY_AS_DELEGATE)) {
        report(scope.stream().filter(each -> each.kind() == kind && isAlive(each)).toList(), found);
      }
    }
  }

  private static void report(List<Clause> clauses, Consumer<Diagnostic> found) {
    new Rivals(clauses).forEachShadowed((clause, wider) -> found.accept(warning(clause, wider)));
  }

  private static boolean isAlive(Clause clause) {
    return !clause.observed() && !NeverMatches.isNever(clause);
  }

  private static Diagnostic warning(Clause clause, Clause wider) {
    boolean rule = !clause.isMay();
    return clause
        .text()
        .warning(
            CODE,
            rule ? clause.text().name().span() : clause.head().span(),
            clause.kind().phrase()
                + " adds nothing"
                + (rule ? " to " + Phrases.quoted(wider.text()) : " to another one of its scope"))
        .withHelp("leave it out, or narrow the wider one" + Phrases.orAllow(CODE))
        .withRelated(
            wider.text().source(),
            rule ? wider.text().name().span() : wider.head().span(),
            "this one says as much or more");
  }
}
