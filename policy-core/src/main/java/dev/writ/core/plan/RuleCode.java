package dev.writ.core.plan;

import dev.writ.core.ir.Rule;
import java.util.List;

/**
 * A permit or forbid as it speaks in one slice.
 *
 * @param rule the rule
 * @param condition its whole condition
 * @param calls what it asks for
 * @param asksConstants whether what it asks for takes nothing from the request
 */
record RuleCode(Rule rule, Node condition, List<Call> calls, boolean asksConstants) {
  RuleCode {
    calls = List.copyOf(calls);
  }

  static RuleCode of(Rule rule, Node condition, List<Call> calls) {
    boolean constants =
        calls.stream()
            .allMatch(call -> call.arguments().stream().allMatch(Strict.Const.class::isInstance));
    return new RuleCode(rule, condition, calls, constants);
  }

  /** An obligation as the rule writes it. */
  record Call(String name, List<Node> arguments) {
    Call {
      arguments = List.copyOf(arguments);
    }
  }

  String id() {
    return rule.id();
  }

  boolean widens() {
    return rule.effect() == Rule.RuleEffect.PERMIT;
  }
}
