package dev.writ.dsl.lint;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.EntityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The operands of conditions that are read as one {@code and}. Immutable. */
final class Conjuncts {
  private final Map<String, EntityId> guards = new TreeMap<>();

  /** Creates a reader that knows the guards of the modules of a set. */
  Conjuncts(LintedSet set) {
    for (dev.writ.core.ir.Module module : set.policies().modules()) {
      if (module.guard() != null) {
        guards.put(module.name(), module.guard());
      }
    }
  }

  /** Returns the operands of a condition, those of an {@code and} in an {@code and} among them. */
  static List<Expr> of(Expr condition) {
    List<Expr> operands = new ArrayList<>();
    collect(condition, operands);
    operands.removeIf(Expr.yes()::equals);
    return operands;
  }

  private static void collect(Expr condition, List<Expr> operands) {
    if (condition instanceof Expr.And and) {
      and.operands().forEach(each -> collect(each, operands));
    } else {
      operands.add(condition);
    }
  }

  /** Returns what a declaration of a module asks beside the guard of the module. */
  List<Expr> written(String module, Expr condition) {
    List<Expr> operands = of(condition);
    EntityId guard = guards.get(module);
    if (guard != null) {
      operands.remove(inside(guard));
    }
    return operands;
  }

  /** Returns the condition that the resource lies in an entity, true for none. */
  static Expr inside(@Nullable EntityId guard) {
    return guard == null ? Expr.yes() : Expr.in(new Expr.Var(Expr.Root.RESOURCE), guard);
  }
}
