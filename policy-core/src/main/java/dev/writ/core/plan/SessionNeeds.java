package dev.writ.core.plan;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprChildren;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Scope;
import dev.writ.core.ir.Slot;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** By slot, the declarations without which a request would need no session. Immutable. */
final class SessionNeeds {
  private final Map<Slot, SortedSet<String>> bySlot = new HashMap<>();

  SessionNeeds(PolicySet policies) {
    policies.rules().stream()
        .filter(rule -> !rule.observed())
        .forEach(rule -> add(rule.id(), rule.cases()));
    for (Scope scope : policies.scopes()) {
      scope.clauses().forEach(clause -> add(scope.id(), clause.cases()));
    }
    policies.limits().stream().filter(limit -> !limit.observed()).forEach(this::add);
    policies
        .labels()
        .forEach(label -> label.cases().forEach(text -> put(label.id(), text.slots())));
  }

  /** The ids of the declarations that need one in this slot, sorted. */
  Collection<String> at(Slot slot) {
    return bySlot.getOrDefault(slot, new TreeSet<>());
  }

  private void put(String id, Collection<Slot> slots) {
    slots.forEach(slot -> bySlot.computeIfAbsent(slot, s -> new TreeSet<>()).add(id));
  }

  private void add(String id, List<Case> cases) {
    for (Case text : cases) {
      Stream<Expr> told = text.obligations().stream().flatMap(call -> call.arguments().stream());
      if (Stream.concat(Stream.of(text.condition()), told).anyMatch(SessionNeeds::names)) {
        put(id, text.slots());
      }
    }
  }

  private void add(Limit limit) {
    for (Limit.LimitCase text : limit.cases()) {
      if (limit.window() instanceof Limit.Window.SessionLife
          || !(text.key() instanceof Limit.Key.EntityKey path)
          || names(path.entity())
          || Stream.of(text.counts(), text.exempt(), text.amount()).anyMatch(SessionNeeds::names)) {
        put(limit.id(), text.slots());
      }
    }
  }

  private static boolean names(Expr expr) {
    return ExprChildren.anyMatch(
        expr,
        part ->
            part instanceof Expr.Labelled
                || (part instanceof Expr.Var word && word.root() == Expr.Root.SESSION));
  }
}
