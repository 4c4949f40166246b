package dev.writ.core.ir;

import dev.writ.core.model.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Policy sets that differ from another in one thing, for tests. */
public final class PolicySetEdits {

  private PolicySetEdits() {}

  /** A set that declares nothing beyond its schema. */
  public static PolicySet empty(Schema schema) {
    return new PolicySet(
        "", schema, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of(), List.of(), List.of(), List.of());
  }

  /** The set with a single rule, a permit under this condition. */
  static PolicySet withCondition(PolicySet set, Expr condition) {
    return withRules(
        set,
        List.of(
            new Rule(
                "app/own",
                PolicySetSamples.MODULE,
                Rule.RuleEffect.PERMIT,
                false,
                List.of(PolicySetSamples.aCase(PolicySetSamples.DEPLOY, condition)),
                null,
                List.of())));
  }

  /** The set with a schema that declares no session, and without tools. */
  static PolicySet withoutSession(PolicySet set) {
    Schema old = set.schema();
    Schema less =
        new Schema(old.enums(), old.entityTypes(), old.actions(), old.obligations(), null);
    return withTools(withSchema(set, less), List.of());
  }

  /** The set with these bindings of tools. */
  static PolicySet withTools(PolicySet set, List<ToolBinding> tools) {
    return new PolicySet(
        set.name(),
        set.schema(),
        set.modules(),
        set.rules(),
        set.scopes(),
        set.approvals(),
        set.grants(),
        set.suspends(),
        set.labels(),
        set.limits(),
        set.invariants(),
        tools,
        set.zones());
  }

  /** The set with this schema. */
  static PolicySet withSchema(PolicySet set, Schema schema) {
    return new PolicySet(
        set.name(),
        schema,
        set.modules(),
        set.rules(),
        set.scopes(),
        set.approvals(),
        set.grants(),
        set.suspends(),
        set.labels(),
        set.limits(),
        set.invariants(),
        set.tools(),
        set.zones());
  }

  /** The set with these rules. */
  public static PolicySet withRules(PolicySet set, List<Rule> rules) {
    return new PolicySet(
        set.name(),
        set.schema(),
        set.modules(),
        rules,
        set.scopes(),
        set.approvals(),
        set.grants(),
        set.suspends(),
        set.labels(),
        set.limits(),
        set.invariants(),
        set.tools(),
        set.zones());
  }

  /** The set with these scopes. */
  public static PolicySet withScopes(PolicySet set, List<Scope> scopes) {
    return new PolicySet(
        set.name(),
        set.schema(),
        set.modules(),
        set.rules(),
        scopes,
        set.approvals(),
        set.grants(),
        set.suspends(),
        set.labels(),
        set.limits(),
        set.invariants(),
        set.tools(),
        set.zones());
  }

  /** The set with these tables of time zones. */
  public static PolicySet withZones(PolicySet set, List<ZoneTable> zones) {
    return new PolicySet(
        set.name(),
        set.schema(),
        set.modules(),
        set.rules(),
        set.scopes(),
        set.approvals(),
        set.grants(),
        set.suspends(),
        set.labels(),
        set.limits(),
        set.invariants(),
        set.tools(),
        zones);
  }

  /** The set with all its declarations in the opposite order. */
  static PolicySet reversed(PolicySet set) {
    return new PolicySet(
        set.name(),
        set.schema(),
        reversed(set.modules()),
        reversed(set.rules()),
        reversed(set.scopes()),
        reversed(set.approvals()),
        reversed(set.grants()),
        reversed(set.suspends()),
        reversed(set.labels()),
        reversed(set.limits()),
        reversed(set.invariants()),
        reversed(set.tools()),
        reversed(set.zones()));
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    Collections.reverse(copy);
    return copy;
  }
}
