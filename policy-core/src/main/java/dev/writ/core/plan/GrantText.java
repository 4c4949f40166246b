package dev.writ.core.plan;

import java.util.List;

/**
 * What a declared grant permits in some slots.
 *
 * @param condition when
 * @param calls what it asks for
 */
record GrantText(Node condition, List<RuleCode.Call> calls) {
  GrantText {
    calls = List.copyOf(calls);
  }
}
