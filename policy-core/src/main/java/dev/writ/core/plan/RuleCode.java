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
    return new RuleCode(rule, condition, calls, calls.stream().allMatch(Call::isConstant));
  }

  /** An obligation as the rule writes it. */
  record Call(String name, List<Node> arguments) {
    Call {
      arguments = List.copyOf(arguments);
    }

    /** Whether it takes nothing from the request. */
    boolean isConstant() {
      return arguments.stream().allMatch(Strict.Const.class::isInstance);
    }
  }

  String id() {
    return rule.id();
  }

  boolean widens() {
    return rule.effect() == Rule.RuleEffect.PERMIT;
  }
}
