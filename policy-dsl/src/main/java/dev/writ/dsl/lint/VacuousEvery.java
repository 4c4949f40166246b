package dev.writ.dsl.lint;

import dev.writ.core.ir.Actor;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.Invariant;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.Quorum;
import dev.writ.core.ir.Slot;
import dev.writ.dsl.ast.ApprovalDecl;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.GrantDecl;
import dev.writ.dsl.ast.InvariantDecl;
import dev.writ.dsl.ast.LimitDecl;
import dev.writ.dsl.ast.Quantifier;
import dev.writ.dsl.ast.QuantifierKind;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Fix;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@code every} over sets that may all be empty, where being true permits more: in the {@code
 * when} of permits, {@code may}, grants, requesters and voters, in the {@code unless} of forbids,
 * limits and invariants. What stands beside it in the same {@code and} counts as known.
 */
final class VacuousEvery implements Finding {
  private static final DiagnosticCode CODE = DiagnosticCode.VACUOUS_EVERY;

  @Override
  public void find(LintedSet set, Consumer<Diagnostic> found) {
    for (Clause clause : set.clauses()) {
      Set<String> variables = new LinkedHashSet<>();
      for (Case each : clause.cases()) {
        widening(clause, each.condition(), each.slots(), set, variables);
      }
      variables.forEach(variable -> found.accept(error(clause, variable)));
    }
    exemptions(set, found);
    voters(set, found);
    commands(set, found);
  }

  private static void widening(
      Clause clause, Expr condition, SortedSet<Slot> slots, LintedSet set, Set<String> variables) {
    if (clause.permits() || clause.isMay() || clause.kind() == Clause.Kind.PERMIT) {
      new Search(types(set, slots), variables).look(condition, List.of());
    } else if (clause.kind() == Clause.Kind.FORBID && clause.condition().unless() != null) {
      List<Expr> parts = Conjuncts.of(condition);
      Expr last = parts.isEmpty() ? Expr.yes() : parts.get(parts.size() - 1);
      if (last instanceof Expr.Not unless) {
        new Search(types(set, slots), variables)
            .look(unless.operand(), parts.subList(0, parts.size() - 1));
      }
    }
  }

  private static void exemptions(LintedSet set, Consumer<Diagnostic> found) {
    for (Linted<Limit, LimitDecl> limit : set.limits()) {
      Set<String> variables = new LinkedHashSet<>();
      for (Limit.LimitCase each : limit.meaning().cases()) {
        new Search(types(set, each.slots()), variables)
            .look(each.exempt(), Conjuncts.of(each.counts()));
      }
      Expression unless = limit.text().declaration().condition().unless();
      variables.forEach(each -> found.accept(error(limit.text(), unless, each)));
    }
    for (Linted<Invariant, InvariantDecl> invariant : set.invariants()) {
      Set<String> variables = new LinkedHashSet<>();
      for (Invariant.InvariantCase each : invariant.meaning().cases()) {
        new Search(types(set, each.slots()), variables)
            .look(each.unless(), Conjuncts.of(each.when()));
      }
      Expression unless = invariant.text().declaration().condition().unless();
      variables.forEach(each -> found.accept(error(invariant.text(), unless, each)));
    }
  }

  private static void voters(LintedSet set, Consumer<Diagnostic> found) {
    for (Linted<Approval, ApprovalDecl> approval : set.approvals()) {
      Set<String> variables = new LinkedHashSet<>();
      for (Approval.ApprovalCase each : approval.meaning().cases()) {
        voters(each.quorum(), types(set, each.slots()), variables);
      }
      variables.forEach(each -> found.accept(error(approval.text(), null, each)));
    }
  }

  private static void voters(Quorum quorum, List<SlotTypes> types, Set<String> variables) {
    for (Quorum.Clause clause : quorum.clauses()) {
      if (clause.when() != null) {
        new Search(with(types, Expr.Root.APPROVER, clause.types()), variables)
            .look(clause.when(), List.of());
      }
    }
  }

  private static void commands(LintedSet set, Consumer<Diagnostic> found) {
    List<SlotTypes> types = List.of(SlotTypes.outside(set.schema()));
    for (Linted<GrantTemplate, GrantDecl> grant : set.grants()) {
      Set<String> variables = new LinkedHashSet<>();
      for (Actor actor : grant.meaning().requestedBy()) {
        if (actor.when() != null) {
          new Search(with(types, Expr.Root.REQUESTER, actor.who().types()), variables)
              .look(actor.when(), List.of());
        }
      }
      GrantTemplate.Review review = grant.meaning().review();
      if (review != null) {
        voters(review.quorum(), types, variables);
      }
      variables.forEach(each -> found.accept(error(grant.text(), null, each)));
    }
  }

  private static List<SlotTypes> types(LintedSet set, SortedSet<Slot> slots) {
    return slots.stream().map(slot -> new SlotTypes(set.schema(), slot)).toList();
  }

  private static List<SlotTypes> with(
      List<SlotTypes> types, Expr.Root person, SortedSet<String> people) {
    return types.stream().map(each -> each.with(person, people)).toList();
  }

  private static Diagnostic error(Clause clause, String variable) {
    boolean forbids = clause.kind() == Clause.Kind.FORBID;
    Expression widens = forbids ? clause.condition().unless() : clause.condition().when();
    return error(clause.text(), clause.placeOf(each -> isEvery(each, variable)))
        .withFix(fix(clause.text(), widens, variable));
  }

  private static @Nullable Fix fix(Written<?> text, @Nullable Expression widens, String variable) {
    return NonemptyFirst.of(text.source(), widens, each -> isEvery(each, variable));
  }

  private static Diagnostic error(Written<?> text, @Nullable Expression in, String variable) {
    Span span =
        in == null
            ? text.name().span()
            : Operands.first(in, each -> isEvery(each, variable)).orElse(in).span();
    return error(text, span).withFix(fix(text, in, variable));
  }

  private static boolean isEvery(Expression expression, String variable) {
    return expression instanceof Quantifier quantifier
        && quantifier.kind() == QuantifierKind.EVERY
        && (variable.equals(quantifier.variable().text())
            || variable.startsWith(quantifier.variable().text() + "_"));
  }

  private static Diagnostic error(Written<?> text, Span span) {
    return Diagnostic.error(
            CODE, text.source(), span, "this `every` is true where there is nothing to look at")
        .withHelp(
            "say that there is something, as in `nonempty s and (every x in s: …)`, or declare the"
                + " set with `1 to`");
  }

  /** Looks for them in one condition. */
  private record Search(List<SlotTypes> types, Set<String> variables) {

    void look(Expr condition, List<Expr> known) {
      inside(NegationNormal.of(condition), known);
    }

    private void inside(Expr condition, List<Expr> known) {
      if (condition instanceof Expr.And and) {
        List<Expr> more = new ArrayList<>(known);
        more.addAll(Conjuncts.of(and));
        and.operands().forEach(operand -> inside(operand, more));
      } else if (condition instanceof Expr.Or or) {
        or.operands().forEach(operand -> inside(operand, without(operand, or, known)));
      } else if (condition instanceof Expr.Quantified quantified) {
        if (quantified.every() && mayBeVacuous(quantified, known)) {
          variables.add(quantified.local());
        }
        inside(NegationNormal.of(quantified.body()), known);
      }
    }

    /** An alternative matters only where none of the others is true. */
    private static List<Expr> without(Expr operand, Expr.Or or, List<Expr> known) {
      List<Expr> more = new ArrayList<>(known);
      for (Expr other : or.operands()) {
        if (other != operand) {
          more.addAll(Conjuncts.of(NegationNormal.of(new Expr.Not(other))));
        }
      }
      return more;
    }

    private boolean mayBeVacuous(Expr.Quantified every, List<Expr> known) {
      return types.stream()
          .map(each -> new NonEmptySets(each, known))
          .anyMatch(filled -> every.sets().stream().noneMatch(filled::hasElements));
    }
  }
}
