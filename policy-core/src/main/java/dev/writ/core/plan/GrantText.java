package dev.writ.core.plan;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.ObligationCall;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a declared grant permits in some slots.
 *
 * @param condition when
 * @param calls what it asks for
 * @param asks what the condition and what it asks for ask themselves
 * @param asksConstants whether what it asks for takes nothing from the request
 */
record GrantText(Node condition, List<RuleCode.Call> calls, Asks asks, boolean asksConstants) {
  GrantText {
    calls = List.copyOf(calls);
  }

  static GrantText of(Case text, Compiler compiler) {
    List<RuleCode.Call> calls =
        text.obligations().stream().map(call -> call(call, compiler)).toList();
    return new GrantText(
        compiler.node(text.condition()),
        calls,
        Asks.of(
            Stream.concat(
                Stream.of(text.condition()),
                text.obligations().stream().flatMap(call -> call.arguments().stream()))),
        calls.stream().allMatch(RuleCode.Call::isConstant));
  }

  private static RuleCode.Call call(ObligationCall call, Compiler compiler) {
    return new RuleCode.Call(call.name(), call.arguments().stream().map(compiler::node).toList());
  }
}
