package dev.writ.dsl.lint;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.IrText;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds heads with a condition that no request meets, in rules and whatever else has one. */
final class NeverMatches implements Finding {
  private static final DiagnosticCode CODE = DiagnosticCode.NEVER_MATCHES;

  @Override
  public void find(LintedSet set, Consumer<Diagnostic> found) {
    for (Clause clause : set.clauses()) {
      if (isNever(clause)) {
        found.accept(warning(clause));
      }
    }
  }

  /** Returns whether no request meets the condition, in whatever slot. */
  static boolean isNever(Clause clause) {
    return clause.cases().stream().map(Case::condition).allMatch(NeverTrue::of);
  }

  private static Diagnostic warning(Clause clause) {
    return clause
        .text()
        .warning(CODE, clause.place(), clause.kind().phrase() + " can never match")
        .withHelp(
            reason(Conjuncts.of(clause.cases().get(0).condition()))
                .orElse("its parts exclude each other: correct them, or leave it out"));
  }

  /** Returns the first condition, or two, that are never true. */
  private static Optional<String> reason(List<Expr> parts) {
    for (Expr part : parts) {
      if (part.equals(Expr.no())) {
        return Optional.of("its condition is always false: correct it, or leave the rule out");
      }
      if (NeverTrue.of(part)) {
        return Optional.of("`" + IrText.of(part) + "` is never true: correct it");
      }
    }
    for (Expr one : parts) {
      for (Expr other : parts) {
        if (NeverTrue.of(List.of(one, other))) {
          return Optional.of(
              "`" + IrText.of(one) + "` and `" + IrText.of(other) + "` exclude each other");
        }
      }
    }
    return Optional.empty();
  }
}
