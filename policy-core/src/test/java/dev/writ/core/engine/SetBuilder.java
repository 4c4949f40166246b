package dev.writ.core.engine;

import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.EntityPattern;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.Label;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.Module;
import dev.writ.core.ir.ObligationCall;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Scope;
import dev.writ.core.ir.Slot;
import dev.writ.core.ir.Suspend;
import dev.writ.core.ir.ToolBinding;
import dev.writ.core.model.ActionDef;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.ObligationDef;
import dev.writ.core.model.Schema;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Builds policy sets of one unnamed module for tests. */
final class SetBuilder {

  private final SortedMap<String, EntityTypeDef> types = new TreeMap<>();
  private final SortedMap<String, ActionDef> actions = new TreeMap<>();
  private final SortedMap<String, ObligationDef> obligations = new TreeMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<Scope> scopes = new ArrayList<>();
  private final List<Approval> approvals = new ArrayList<>();
  private final List<GrantTemplate> grants = new ArrayList<>();
  private final List<Suspend> suspends = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private final List<Limit> limits = new ArrayList<>();
  private final List<ToolBinding> tools = new ArrayList<>();
  private Type.RecordType session = Type.RecordType.EMPTY;

  static SortedSet<String> names(String... names) {
    return new TreeSet<>(Arrays.asList(names));
  }

  static Type.Field required(String name, Type type) {
    return new Type.Field(name, type, false, false);
  }

  static Type.Field optional(String name, Type type) {
    return new Type.Field(name, type, true, false);
  }

  static Expr root(Expr.Root root) {
    return new Expr.Var(root);
  }

  static Expr principal() {
    return root(Expr.Root.PRINCIPAL);
  }

  static Expr resource() {
    return root(Expr.Root.RESOURCE);
  }

  static Expr member(Expr.Root root, String member) {
    return new Expr.Member(root(root), member);
  }

  static Expr text(String text) {
    return new Expr.Const(new StringValue(text));
  }

  static Expr equal(Expr left, Expr right) {
    return new Expr.Compare(Expr.Comparison.EQ, left, right);
  }

  SetBuilder human(String name, Type.Field... fields) {
    return type(name, true, false, fields);
  }

  SetBuilder entity(String name, Type.Field... fields) {
    return type(name, false, false, fields);
  }

  SetBuilder type(String name, boolean human, boolean inline, Type.Field... fields) {
    types.put(
        name,
        new EntityTypeDef(
            name, human, inline, names("Team"), null, null, new Type.RecordType(List.of(fields))));
    return this;
  }

  /** A human type whose entities are told to be one person by an attribute. */
  SetBuilder person(String name, String attribute) {
    types.put(
        name,
        new EntityTypeDef(
            name,
            true,
            false,
            names("Team"),
            attribute,
            null,
            new Type.RecordType(List.of(required(attribute, Type.Scalar.STRING)))));
    return this;
  }

  SetBuilder action(String name, String principals, String resources, Type.Field... args) {
    actions.put(
        name,
        new ActionDef(
            name,
            "",
            names(principals.split(" ")),
            names(resources.split(" ")),
            new Type.RecordType(List.of(args)),
            Type.RecordType.EMPTY));
    return this;
  }

  SetBuilder obligation(String name) {
    obligations.put(name, new ObligationDef(name, List.of(required("text", Type.Scalar.STRING))));
    return this;
  }

  SetBuilder permit(String id, String action, Expr condition, String... obligations) {
    return rule(id, Rule.RuleEffect.PERMIT, slots(action), condition, obligations);
  }

  SetBuilder forbid(String id, String action, Expr condition, String... obligations) {
    return rule(id, Rule.RuleEffect.FORBID, slots(action), condition, obligations);
  }

  SetBuilder permitSlots(String id, SortedSet<Slot> slots, Expr condition) {
    return rule(id, Rule.RuleEffect.PERMIT, slots, condition);
  }

  private SetBuilder rule(
      String id,
      Rule.RuleEffect effect,
      SortedSet<Slot> slots,
      Expr condition,
      String... obligations) {
    List<ObligationCall> calls =
        Arrays.stream(obligations).map(o -> new ObligationCall(o, List.of(text(id)))).toList();
    rules.add(
        new Rule(
            id, "", effect, false, List.of(new Case(slots, condition, calls)), null, List.of()));
    return this;
  }

  SetBuilder scope(String id, EntityPattern subject, boolean asDelegate, String action, Expr when) {
    scopes.add(
        new Scope(
            id,
            "",
            List.of(subject),
            null,
            false,
            List.of(
                new Scope.MayClause(asDelegate, List.of(new Case(slots(action), when, List.of())))),
            List.of()));
    return this;
  }

  SetBuilder grant(GrantTemplate grant) {
    grants.add(grant);
    return this;
  }

  SetBuilder limit(Limit limit) {
    limits.add(limit);
    return this;
  }

  SetBuilder suspend(Suspend suspend) {
    suspends.add(suspend);
    return this;
  }

  SetBuilder approval(Approval approval) {
    approvals.add(approval);
    return this;
  }

  SetBuilder label(Label label) {
    labels.add(label);
    return this;
  }

  /** Every declared pair of an action. */
  SortedSet<Slot> slots(String action) {
    SortedSet<Slot> slots = new TreeSet<>();
    ActionDef def = actions.get(action);
    if (def == null) {
      throw new AssertionError("no action " + action);
    }
    for (String principal : def.principalTypes()) {
      for (String resource : def.resourceTypes()) {
        slots.add(new Slot(action, principal, resource));
      }
    }
    return slots;
  }

  SetBuilder session(Type.Field... fields) {
    session = new Type.RecordType(List.of(fields));
    return this;
  }

  SetBuilder tool(ToolBinding tool) {
    tools.add(tool);
    return this;
  }

  PolicySet build() {
    return new PolicySet(
        "test",
        new Schema(new TreeMap<>(), types, actions, obligations, session),
        List.of(new Module("", null, null)),
        rules,
        scopes,
        approvals,
        grants,
        suspends,
        labels,
        limits,
        List.of(),
        tools,
        List.of());
  }
}
