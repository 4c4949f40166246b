package dev.writ.dsl.policytest;

import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprChildren;
import dev.writ.core.ir.Quorum;
import dev.writ.core.model.EntityAnswer;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The groups whose members an approval may ask for: those stated, those its clauses name, and those
 * that attributes of stated entities refer to.
 */
final class VoterGroups {
  private VoterGroups() {}

  /** The stated entities first, then those that are only referred to; sorted each. */
  static List<EntityId> of(Approval approval, EntityStore store) {
    Set<EntityId> stated = new TreeSet<>(store.ids());
    Set<EntityId> named = new TreeSet<>();
    approval.cases().stream()
        .flatMap(text -> text.quorum().clauses().stream())
        .forEach(clause -> clause(clause, named));
    for (EntityId entity : stated) {
      EntityAnswer<RecordValue> attributes = store.attributes(entity);
      if (attributes instanceof EntityAnswer.Known<RecordValue> known) {
        known.value().fields().values().forEach(value -> value(value, named));
      }
    }
    named.removeAll(stated);
    List<EntityId> groups = new ArrayList<>(stated);
    groups.addAll(named);
    return groups;
  }

  private static void clause(Quorum.Clause clause, Set<EntityId> named) {
    if (clause.membership() != null) {
      clause.membership().groups().forEach(group -> expression(group, named));
    }
    if (clause.forEach() != null) {
      expression(clause.forEach().set(), named);
    }
  }

  private static void expression(Expr expr, Set<EntityId> named) {
    if (expr instanceof Expr.Const constant) {
      value(constant.value(), named);
    }
    ExprChildren.of(expr).forEach(child -> expression(child, named));
  }

  private static void value(Value value, Set<EntityId> named) {
    if (value instanceof EntityId entity) {
      named.add(entity);
    } else if (value instanceof SetValue set) {
      set.elements().forEach(element -> value(element, named));
    }
  }
}
