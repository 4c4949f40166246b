package dev.writ.dsl.lint;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Slot;
import dev.writ.dsl.ast.Declaration;
import dev.writ.dsl.ast.QuotedText;
import dev.writ.dsl.ast.RuleDecl;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
      new Rivals(rules).report(found);
    }
    for (List<Clause> scope : set.clausesOfScopes()) {
      for (Clause.Kind kind : List.of(Clause.Kind.MAY, Clause.Kind.MAY_AS_DELEGATE)) {
        new Rivals(scope.stream().filter(each -> each.kind() == kind && isAlive(each)).toList())
            .report(found);
      }
    }
  }

  private static boolean isAlive(Clause clause) {
    return !clause.observed() && !NeverMatches.isNever(clause);
  }

  /** Clauses of which each may make others superfluous. */
  private static final class Rivals {
    private final List<Clause> clauses;
    private final Map<Expr, Integer> frequency = new HashMap<>();
    private final Map<Expr, Set<Integer>> byRarest = new HashMap<>();

    Rivals(List<Clause> clauses) {
      this.clauses = clauses;
      for (Clause clause : clauses) {
        for (Case each : clause.cases()) {
          asked(each).forEach(part -> frequency.merge(part, 1, Integer::sum));
        }
      }
      for (int i = 0; i < clauses.size(); i++) {
        Expr key = rarest(clauses.get(i).cases().get(0));
        byRarest.computeIfAbsent(key, first -> new TreeSet<>()).add(i);
      }
    }

    private static Set<Expr> asked(Case each) {
      return new HashSet<>(Conjuncts.of(each.condition()));
    }

    /** The condition of a case that stands in fewest others; true where it has none. */
    private Expr rarest(Case each) {
      Expr rarest = Expr.yes();
      int least = Integer.MAX_VALUE;
      for (Expr part : Conjuncts.of(each.condition())) {
        int count = frequency.getOrDefault(part, 0);
        if (count < least) {
          least = count;
          rarest = part;
        }
      }
      return rarest;
    }

    void report(Consumer<Diagnostic> found) {
      for (int i = 0; i < clauses.size(); i++) {
        Clause wider = wider(i);
        if (wider != null) {
          found.accept(warning(clauses.get(i), wider));
        }
      }
    }

    private @Nullable Clause wider(int index) {
      Clause clause = clauses.get(index);
      Set<Expr> keys = new LinkedHashSet<>();
      keys.add(Expr.yes());
      clause.cases().forEach(each -> keys.addAll(Conjuncts.of(each.condition())));
      Set<Integer> candidates = new TreeSet<>();
      keys.forEach(key -> candidates.addAll(byRarest.getOrDefault(key, Set.of())));
      for (int candidate : candidates) {
        Clause other = clauses.get(candidate);
        if (candidate != index
            && contains(other, clause)
            && (!contains(clause, other) || comesBefore(other, clause))) {
          return other;
        }
      }
      return null;
    }

    private static boolean comesBefore(Clause one, Clause other) {
      int files = one.text().source().name().compareTo(other.text().source().name());
      return files < 0 || (files == 0 && one.head().span().start() < other.head().span().start());
    }

    private static boolean contains(Clause wide, Clause narrow) {
      return saysAllOf(wide.text().declaration(), narrow.text().declaration())
          && narrow.cases().stream()
              .allMatch(each -> each.slots().stream().allMatch(at -> contains(wide, at, each)));
    }

    private static boolean contains(Clause wide, Slot slot, Case narrow) {
      return wide.cases().stream()
          .filter(each -> each.slots().contains(slot))
          .anyMatch(
              each ->
                  asked(narrow).containsAll(asked(each))
                      && each.obligations().containsAll(narrow.obligations()));
    }

    private static boolean saysAllOf(Declaration wide, Declaration narrow) {
      QuotedText because = because(narrow);
      return because == null || Objects.equals(because, because(wide));
    }

    private static @Nullable QuotedText because(Declaration declaration) {
      return declaration instanceof RuleDecl rule ? rule.consequence().because() : null;
    }
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
