package dev.writ.core.slice;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Scope;
import dev.writ.core.ir.Slot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Puts each declaration into the slices that its head spans. */
final class Cutting {
  private final Map<Slot, SliceBuilder> slices;

  Cutting(Map<Slot, SliceBuilder> slices) {
    this.slices = slices;
  }

  void cut(PolicySet policies) {
    policies.rules().forEach(rule -> each(rule.cases(), (s, c) -> s.rules.add(rule)));
    policies.labels().forEach(l -> each(l.cases(), (s, c) -> s.labels.add(passage(l, c))));
    policies.grants().forEach(g -> each(g.cases(), (s, c) -> s.grants.add(passage(g, c))));
    policies.limits().forEach(this::limit);
    for (SliceBuilder slice : slices.values()) {
      policies.scopes().stream()
          .filter(scope -> names(scope, slice.slot.principalType()))
          .forEach(scope -> slice.scopes.add(passage(scope, slice.slot)));
    }
  }

  private static <D> Passage<D> passage(D declaration, Case text) {
    return new Passage<>(declaration, text);
  }

  /** Where cases share a slot the first speaks. */
  private void each(List<Case> cases, BiConsumer<SliceBuilder, Case> taker) {
    Set<Slot> taken = new HashSet<>();
    for (Case text : cases) {
      for (Slot slot : text.slots()) {
        SliceBuilder slice = slices.get(slot);
        if (slice != null && (cases.size() == 1 || taken.add(slot))) {
          taker.accept(slice, text);
        }
      }
    }
  }

  private void limit(Limit limit) {
    for (Limit.LimitCase text : limit.cases()) {
      for (Slot slot : text.slots()) {
        SliceBuilder slice = slices.get(slot);
        if (slice != null) {
          slice.limits.add(new LimitPassage(limit, text));
        }
      }
    }
  }

  private static boolean names(Scope scope, String type) {
    return scope.subjects().stream().anyMatch(who -> who.types().contains(type));
  }

  private static ScopePassage passage(Scope scope, Slot slot) {
    List<ScopePassage.Clause> clauses = new ArrayList<>();
    for (Scope.MayClause clause : scope.clauses()) {
      Case text = caseOf(clause.cases(), slot);
      if (text != null) {
        clauses.add(new ScopePassage.Clause(clause.asDelegate(), text));
      }
    }
    return new ScopePassage(scope, clauses);
  }

  private static @Nullable Case caseOf(List<Case> cases, Slot slot) {
    return cases.stream().filter(text -> text.slots().contains(slot)).findFirst().orElse(null);
  }
}
