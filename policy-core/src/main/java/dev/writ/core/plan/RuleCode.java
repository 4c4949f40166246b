package dev.writ.core.plan;

import dev.writ.core.ir.Rule;
import java.util.List;

/**
 * A permit or forbid as it speaks in one slice.
 *
 * @param rule the rule
 * @param condition its whole condition
 * @param calls what it asks for
 */
record RuleCode(Rule rule, Node condition, List<Call> calls) {
  RuleCode {
    calls = List.copyOf(calls);
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

  /** Whether what it asks for takes nothing from the request. */
  boolean asksConstants() {
    return calls.stream()
        .allMatch(call -> call.arguments().stream().allMatch(Strict.Const.class::isInstance));
  }

  boolean widens() {
    return rule.effect() == Rule.RuleEffect.PERMIT;
  }
}
