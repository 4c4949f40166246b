package dev.writ.dsl.lint;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.EntityPattern;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprChildren;
import dev.writ.core.ir.Scope;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.ActionDef;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.dsl.ast.ScopeDecl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is permitted what by permits and grants, and what scopes let through, by slot. */
final class Authority {
  private final LintedSet set;
  private final Map<Slot, List<Expr>> permits = new HashMap<>();
  private final List<Ceiling> ceilings = new ArrayList<>();
  private final Map<Slot, List<Expr>> passages = new HashMap<>();

  /**
   * A {@code may} and what it takes for it to hold.
   *
   * @param scope the scope that it stands in
   * @param clause the clause
   * @param applies when the scope applies
   */
  record Ceiling(Linted<Scope, ScopeDecl> scope, Clause clause, Expr applies) {}

  Authority(LintedSet set) {
    this.set = set;
    for (Clause clause : set.clauses()) {
      if (clause.permits()) {
        clause.cases().forEach(each -> add(permits, each, Expr.yes()));
      }
    }
    for (Linted<Scope, ScopeDecl> scope : set.scopes()) {
      Expr applies = applies(scope.meaning());
      for (Clause clause : Clauses.of(scope)) {
        ceilings.add(new Ceiling(scope, clause, applies));
        clause.cases().forEach(each -> add(passages, each, applies));
      }
    }
  }

  private static void add(Map<Slot, List<Expr>> to, Case each, Expr more) {
    Expr condition = new Expr.And(List.of(more, each.condition()));
    each.slots().forEach(slot -> to.computeIfAbsent(slot, at -> new ArrayList<>()).add(condition));
  }

  /** When a scope applies to the principal of the request that is looked at. */
  private static Expr applies(Scope scope) {
    Expr principal = new Expr.Var(Expr.Root.PRINCIPAL);
    List<Expr> subjects = new ArrayList<>();
    for (EntityPattern pattern : scope.subjects()) {
      List<Expr> asked = new ArrayList<>(List.of(new Expr.Is(principal, pattern.types())));
      if (pattern.id() != null) {
        asked.add(new Expr.Compare(Expr.Comparison.EQ, principal, new Expr.Const(pattern.id())));
      }
      subjects.add(new Expr.And(asked));
    }
    return new Expr.And(List.of(new Expr.Or(subjects), Conjuncts.inside(scope.guard())));
  }

  /** Returns every {@code may} of every scope. */
  List<Ceiling> ceilings() {
    return ceilings;
  }

  /** Returns whether entities of a type are people. */
  boolean isHuman(String type) {
    EntityTypeDef def = set.schema().entityType(type);
    return def != null && def.human();
  }

  /** Returns whether a permit or grant may hold in a slot together with a condition. */
  boolean isPermitted(Slot slot, Expr condition) {
    return permits.getOrDefault(slot, List.of()).stream()
        .anyMatch(permit -> !NeverTrue.of(List.of(isType(slot), permit, condition)));
  }

  /** Returns whether a permit or grant spans a slot, whatever it asks. */
  boolean isPermitted(Slot slot) {
    return isPermitted(slot, Expr.yes());
  }

  /** Returns whether some scope lets a request in a slot through together with a condition. */
  boolean isLetThrough(Slot slot, Expr condition) {
    return passages.getOrDefault(slot, List.of()).stream()
        .anyMatch(passage -> !NeverTrue.of(List.of(isType(slot), passage, condition)));
  }

  /** Returns whether a scope is for entities of a type. */
  boolean hasScope(String type) {
    return set.policies().scopes().stream()
        .anyMatch(scope -> scope.subjects().stream().anyMatch(each -> each.types().contains(type)));
  }

  private static Expr isType(Slot slot) {
    return new Expr.Is(
        new Expr.Var(Expr.Root.PRINCIPAL), new java.util.TreeSet<>(List.of(slot.principalType())));
  }

  /**
   * Returns whether somebody for whom a principal may act in a slot can be permitted there, as far
   * as the parts of a condition tell that do not speak of the principal.
   */
  boolean isPermittedToSomebody(Slot slot, Expr condition) {
    List<Expr> rest =
        Conjuncts.of(condition).stream().filter(part -> !speaksOfMember(part)).toList();
    ActionDef action = set.schema().action(slot.action());
    return action != null
        && action.principalTypes().stream()
            .map(type -> new Slot(slot.action(), type, slot.resourceType()))
            .anyMatch(each -> isPermitted(each, new Expr.And(rest)));
  }

  private static boolean speaksOfMember(Expr part) {
    return ExprChildren.anyMatch(
        part,
        expr ->
            expr instanceof Expr.HasDelegator
                || (expr instanceof Expr.Var root
                    && (root.root() == Expr.Root.PRINCIPAL || root.root() == Expr.Root.DELEGATOR)));
  }
}
