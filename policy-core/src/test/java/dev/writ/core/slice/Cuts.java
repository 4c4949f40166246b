package dev.writ.core.slice;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.EntityPattern;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Label;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Rule.RuleEffect;
import dev.writ.core.ir.Scope;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.ActionDef;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.Schema;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Two actions, two types that act, one that is acted on; rules in a word each. */
final class Cuts {
  static final Expr PRINCIPAL = new Expr.Var(Expr.Root.PRINCIPAL);
  static final Expr RESOURCE = new Expr.Var(Expr.Root.RESOURCE);
  static final Expr ENV = new Expr.Member(new Expr.Var(Expr.Root.ARGS), "env");

  private Cuts() {}

  static Schema schema() {
    TreeMap<String, EntityTypeDef> types = new TreeMap<>();
    for (String name : List.of("User", "Agent", "Doc")) {
      types.put(
          name,
          new EntityTypeDef(
              name, false, false, new TreeSet<>(), null, null, Type.RecordType.EMPTY));
    }
    TreeMap<String, ActionDef> actions = new TreeMap<>();
    for (String name : List.of("read", "edit")) {
      actions.put(
          name,
          new ActionDef(
              name,
              "",
              new TreeSet<>(List.of("User", "Agent")),
              new TreeSet<>(List.of("Doc")),
              Type.RecordType.EMPTY,
              Type.RecordType.EMPTY));
    }
    return new Schema(new TreeMap<>(), types, actions, new TreeMap<>(), null);
  }

  static PolicySet set(
      List<Rule> rules, List<Scope> scopes, List<Limit> limits, List<Label> labels) {
    return new PolicySet(
        "", schema(), List.of(), rules, scopes, List.of(), List.of(), List.of(), labels, limits,
        List.of(), List.of(), List.of());
  }

  static Slot slot(String action, String principal) {
    return new Slot(action, principal, "Doc");
  }

  static SortedSet<Slot> slots(Slot... slots) {
    return new TreeSet<>(List.of(slots));
  }

  static Rule permit(String id, Case... cases) {
    return new Rule(id, "", RuleEffect.PERMIT, false, List.of(cases), null, List.of());
  }

  static Case when(Expr condition, Slot... slots) {
    return new Case(slots(slots), condition, List.of());
  }

  static Scope scope(String id, String type, Scope.MayClause... clauses) {
    EntityPattern who = new EntityPattern(new TreeSet<>(List.of(type)), null, List.of());
    return new Scope(id, "", List.of(who), null, false, List.of(clauses), List.of());
  }

  static Value text(String text) {
    return new StringValue(text);
  }

  static Expr constant(String text) {
    return new Expr.Const(text(text));
  }

  static Expr number(long number) {
    return new Expr.Const(new IntValue(number));
  }

  static Expr entity(String type, String id) {
    return new Expr.Const(EntityId.of(type, id));
  }

  static Expr is(Expr left, Expr right) {
    return new Expr.Compare(Expr.Comparison.EQ, left, right);
  }
}
