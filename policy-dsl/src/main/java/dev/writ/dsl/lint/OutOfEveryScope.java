package dev.writ.dsl.lint;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.Slot;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.TypePattern;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Finds permits and grants for principals that are not human and that no scope lets through: what
 * is not human acts only inside a scope.
 */
final class OutOfEveryScope implements Finding {
  private static final DiagnosticCode CODE = DiagnosticCode.OUT_OF_EVERY_SCOPE;

  @Override
  public void find(LintedSet set, Consumer<Diagnostic> found) {
    Authority authority = new Authority(set);
    for (Clause clause : set.clauses()) {
      if (clause.permits() && !NeverMatches.isNever(clause)) {
        for (String type : typesOutside(clause, authority)) {
          found.accept(warning(clause, type, authority));
        }
      }
    }
  }

  private static Set<String> typesOutside(Clause clause, Authority authority) {
    Set<String> outside = new TreeSet<>();
    Set<String> inside = new TreeSet<>();
    for (Case each : clause.cases()) {
      for (Slot slot : each.slots()) {
        boolean passes =
            authority.isHuman(slot.principalType())
                || authority.isLetThrough(slot, each.condition());
        (passes ? inside : outside).add(slot.principalType());
      }
    }
    outside.removeAll(inside);
    return outside;
  }

  private static Diagnostic warning(Clause clause, String type, Authority authority) {
    String name = Phrases.quote(type);
    return clause
        .text()
        .warning(CODE, place(clause, type), "no scope lets " + name + " do this")
        .withHelp(
            authority.hasScope(type)
                ? "add it to a scope for "
                    + name
                    + " with `may`, or leave "
                    + name
                    + " out here: what is not human acts only inside a scope"
                : "no scope is for "
                    + name
                    + ", and what is not human acts only inside a scope: write one, or declare it a"
                    + " `human entity`");
  }

  private static Span place(Clause clause, String type) {
    return clause.head().principals().stream()
        .filter(pattern -> names(pattern.type(), type))
        .map(TypePattern::span)
        .findFirst()
        .orElse(clause.head().span());
  }

  private static boolean names(QualifiedName written, String type) {
    return type.equals(written.text()) || type.endsWith("." + written.text());
  }
}
