package dev.writ.dsl.cli;

import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much of each kind a policy set holds.
 *
 * @param counts by noun
 */
record Contents(Map<String, Integer> counts) {

  static Contents of(PolicySet policies) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("rule", policies.rules().size());
    counts.put("scope", policies.scopes().size());
    counts.put("approval", policies.approvals().size());
    counts.put("grant", policies.grants().size());
    counts.put("limit", policies.limits().size());
    counts.put("invariant", policies.invariants().size());
    return new Contents(counts);
  }

  /** In words, without what there is none of; may be empty. */
  String words() {
    return counts.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .map(each -> Words.count(each.getValue(), each.getKey()))
        .collect(Collectors.joining(", "));
  }

  Json toJson() {
    var json = Json.object();
    counts.forEach((noun, count) -> json.put(noun + "s", count));
    return json.build();
  }
}
